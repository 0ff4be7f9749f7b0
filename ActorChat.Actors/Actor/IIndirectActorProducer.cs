namespace Akka.Actor;

/// <summary>Makes the instances of an actor, where a constructor call is not enough.</summary>
public interface IIndirectActorProducer
{
    /// <summary>The type of what <see cref="Produce"/> gives.</summary>
    Type ActorType { get; }

    /// <summary>A new instance, at the start and at each restart.</summary>
    ActorBase Produce();

    /// <summary>Called for an instance that is no longer used.</summary>
    void Release(ActorBase actor);
}
