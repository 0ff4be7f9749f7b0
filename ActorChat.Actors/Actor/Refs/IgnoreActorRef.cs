namespace Akka.Actor;

/// <summary>Takes every message and does nothing with it.</summary>
internal sealed class IgnoreActorRef(ActorPath path, InternalActorRef parent) : MinimalActorRef
{
    public override ActorPath Path => path;

    public override InternalActorRef Parent => parent;

    public override void Tell(object message, IActorRef? sender) => Required(message);
}
