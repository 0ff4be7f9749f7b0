using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>What an actor can do and know besides its message. Only valid inside the actor, on its thread of work.</summary>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    /// <summary>The actor's own reference.</summary>
    IActorRef Self { get; }

    /// <summary>How the actor was made.</summary>
    Props Props { get; }

    /// <summary>The dispatcher it runs on.</summary>
    MessageDispatcher Dispatcher { get; }

    /// <summary>The sender of the message in work; the system's dead letters where it has none.</summary>
    IActorRef Sender { get; }

    /// <summary>The system it lives in.</summary>
    ActorSystem System { get; }

    /// <summary>Its supervisor.</summary>
    IActorRef Parent { get; }

    /// <summary>The receive timeout in force, if any.</summary>
    TimeSpan? ReceiveTimeout { get; }

    /// <summary>Replaces the current behaviour.</summary>
    void Become(Receive receive);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    void BecomeStacked(Receive receive);

    /// <summary>Takes the top behaviour away.</summary>
    void UnbecomeStacked();

    /// <summary>The child of this name; <see cref="ActorRefs.Nobody"/> where there is none.</summary>
    IActorRef Child(string name);

    /// <summary>All living children.</summary>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>Sends <see cref="Actor.ReceiveTimeout"/> to the actor whenever no message came for this time; null ends it.</summary>
    void SetReceiveTimeout(TimeSpan? timeout);

    /// <summary>Stops a child, or the actor itself.</summary>
    void Stop(IActorRef child);
}
