namespace Akka.Actor;

/// <summary>A level of the tree that holds references that are no actors, such as <c>/temp</c>.</summary>
internal sealed class VirtualPathContainer(ActorPath path, InternalActorRef parent, DeadLetterActorRef deadLetters) : MinimalActorRef
{
    private long _lastName;

    public override ActorPath Path => path;

    public override InternalActorRef Parent => parent;

    public override void Tell(object message, IActorRef? sender) => deadLetters.Report(Required(message), sender, this);

    /// <summary>A path below this one that was never used before.</summary>
    public ActorPath NewPath() => path / ActorNames.Generated(Interlocked.Increment(ref _lastName));
}
