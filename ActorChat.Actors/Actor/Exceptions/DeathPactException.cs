namespace Akka.Actor;

/// <summary>A watched actor stopped and its watcher does not handle <see cref="Terminated"/>; by default the watcher stops too.</summary>
/// <param name="deadActor">The actor that stopped.</param>
public class DeathPactException(IActorRef deadActor) : AkkaException($"Monitored actor [{deadActor}] terminated")
{
    /// <summary>The actor that stopped.</summary>
    public IActorRef DeadActor { get; } = deadActor;
}
