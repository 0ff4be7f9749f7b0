using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>A child has failed and waits, suspended, for its supervisor's decision.</summary>
internal sealed class Failed(InternalActorRef child, Exception cause) : SystemMessage
{
    public InternalActorRef Child { get; } = child;

    public Exception Cause { get; } = cause;
}
