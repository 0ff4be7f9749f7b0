namespace Akka.Actor;

/// <summary>The handle of an actor: stays valid when the actor restarts, and leads to dead letters when it has stopped.</summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, IComparable
{
    /// <summary>The actor's place in the tree.</summary>
    ActorPath Path { get; }
}
