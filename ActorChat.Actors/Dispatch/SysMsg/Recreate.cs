namespace Akka.Dispatch.SysMsg;

/// <summary>Replace the instance by a new one (restart).</summary>
/// <param name="cause">What the restart is for.</param>
internal sealed class Recreate(Exception cause) : SystemMessage
{
    public Exception Cause { get; } = cause;
}
