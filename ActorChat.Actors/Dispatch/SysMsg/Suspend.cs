namespace Akka.Dispatch.SysMsg;

/// <summary>Work on no user message until as many <see cref="Resume"/> as <see cref="Suspend"/> have come.</summary>
internal sealed class Suspend : SystemMessage;
