namespace Akka.Actor;

/// <summary>A path at which no actor lives: everything told to it is a dead letter.</summary>
internal sealed class EmptyLocalActorRef(ActorPath path, DeadLetterActorRef deadLetters) : MinimalActorRef
{
    public override ActorPath Path => path;

    public override InternalActorRef Parent => deadLetters;

    public override void Tell(object message, IActorRef? sender) => deadLetters.Report(Required(message), sender, this);
}
