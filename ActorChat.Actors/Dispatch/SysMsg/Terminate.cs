namespace Akka.Dispatch.SysMsg;

/// <summary>Stop for good, children first.</summary>
internal sealed class Terminate : SystemMessage;
