namespace Akka.Actor;

/// <summary>The new instance of a restarted actor, or its hook, threw.</summary>
/// <param name="actor">The actor.</param>
/// <param name="cause">What was thrown now.</param>
/// <param name="originalCause">What the restart was for.</param>
public class PostRestartException(IActorRef actor, Exception cause, Exception originalCause)
    : ActorInitializationException(actor, $"Exception post restart ({originalCause.GetType()})", cause)
{
    /// <summary>What the restart was for.</summary>
    public Exception OriginalCause { get; } = originalCause;
}
