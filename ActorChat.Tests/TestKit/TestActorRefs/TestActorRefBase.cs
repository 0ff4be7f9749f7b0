using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// The reference of an actor that runs on the thread which tells it something, and whose instance the test can see. It stands wherever an
/// actor is wanted. It is for actors alone with their test: one that handles a TCP connection would run inside of that connection.
/// </summary>
/// <typeparam name="TActor">The type of the actor.</typeparam>
[SuppressMessage("Design", "CA1036", Justification = "Compared as a reference, like every other one.")]
public abstract class TestActorRefBase<TActor> : IEquatable<IActorRef>, IInternalActorRef, IStandIn
    where TActor : ActorBase
{
    private readonly DirectActor _actor;

    /// <summary>Makes the actor and starts it.</summary>
    /// <param name="system">The system.</param>
    /// <param name="actorProps">How to make it. It runs on <c>akka.test.calling-thread-dispatcher</c>, unless they name a dispatcher.</param>
    /// <param name="supervisor">Its parent; null for <c>/user</c>.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    protected TestActorRefBase(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null) =>
        _actor = DirectActor.Make(system, actorProps, supervisor, name);

    /// <summary>The reference of the actor itself.</summary>
    public IActorRef Ref => _actor.Ref;

    /// <summary>The instance. After a restart it is another one.</summary>
    /// <exception cref="IllegalActorStateException">There is none: it could not be made, or has stopped.</exception>
    public TActor UnderlyingActor => (TActor)_actor.Instance;

    /// <summary>The path of the actor.</summary>
    public ActorPath Path => Ref.Path;

    IInternalActorRef IInternalActorRef.Parent => _actor.Ref.Parent;

    bool IInternalActorRef.IsTerminated => _actor.Ref.IsTerminated;

    IActorRef IStandIn.For => Ref;

    /// <summary>Lets the actor's present behaviour handle a message now. What it throws comes out, and no supervisor hears of it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Its sender; null for none.</param>
    public void Receive(object message, IActorRef? sender = null) => _actor.Receive(message, sender);

    /// <summary>Tells the actor something; it has been handled on return, unless the actor was at work on another thread.</summary>
    public void Tell(object message) => Ref.Tell(message);

    /// <summary>Tells the actor something; it has been handled on return, unless the actor was at work on another thread.</summary>
    public void Tell(object message, IActorRef? sender) => Ref.Tell(message, sender);

    /// <summary>Sends a message on to the actor, in the name of the sender of the message in work.</summary>
    public void Forward(object message) => Ref.Forward(message);

    /// <summary>Lets the actor watch another one.</summary>
    public void Watch(IActorRef subject) => _actor.Ref.Cell.Watch(subject);

    /// <summary>Lets the actor watch another one no longer.</summary>
    public void Unwatch(IActorRef subject) => _actor.Ref.Cell.Unwatch(subject);

    /// <inheritdoc/>
    public bool Equals(IActorRef? other) => Ref.Equals(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Ref.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => Ref.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(object? obj) => Ref.CompareTo(obj);

    /// <inheritdoc/>
    public override string ToString() => $"TestActor[{Path}]";

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => Ref.CompareTo(other);

    void IInternalActorRef.Stop() => _actor.Ref.Stop();
}
