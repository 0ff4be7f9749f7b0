namespace Akka.Actor;

/// <summary>The hook of the old instance of a restarting actor threw; logged, the restart goes on.</summary>
/// <param name="actor">The actor.</param>
/// <param name="restartException">What was thrown now.</param>
/// <param name="cause">What the restart was for.</param>
/// <param name="optionalMessage">The message in work when the actor failed, if any.</param>
public class PreRestartException(IActorRef actor, Exception restartException, Exception cause, object? optionalMessage)
    : ActorInitializationException(actor, $"Exception in PreRestart(reason: {cause.GetType()}, message: {optionalMessage?.GetType().ToString() ?? "none"})", restartException)
{
    /// <summary>What was thrown now.</summary>
    public Exception RestartException { get; } = restartException;

    /// <summary>The message in work when the actor failed, if any.</summary>
    public object? OptionalMessage { get; } = optionalMessage;
}
