namespace Akka.Dispatch.SysMsg;

/// <summary>The first message of every actor: make the instance and start it.</summary>
internal sealed class Create : SystemMessage;
