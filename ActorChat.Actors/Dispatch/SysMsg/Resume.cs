namespace Akka.Dispatch.SysMsg;

/// <summary>Go on with user messages.</summary>
/// <param name="causedByFailure">The failure that the supervisor forgives; null where another actor's failure caused the suspension.</param>
internal sealed class Resume(Exception? causedByFailure) : SystemMessage
{
    public Exception? CausedByFailure { get; } = causedByFailure;
}
