using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The base of all actors: handles one message at a time and owns its state alone. Instances are only made by
/// <see cref="IActorRefFactory.ActorOf"/>.
/// </summary>
public abstract class ActorBase : IInternalActor
{
    private readonly ActorCell _cell;

    /// <summary>Only inside <see cref="IActorRefFactory.ActorOf"/>.</summary>
    /// <exception cref="ActorInitializationException">Made with <c>new</c>.</exception>
    protected ActorBase() =>
        _cell = ActorCell.TakeExpecting()
            ?? throw new ActorInitializationException($"Actors are made by ActorOf, not by 'new {GetType().Name}()'.");

    /// <inheritdoc/>
    IActorContext IInternalActor.ActorContext => _cell;

    /// <summary>A behaviour that handles nothing.</summary>
    protected static Receive EmptyReceive { get; } = _ => false;

    /// <summary>The context of the actor whose message is in work on this thread.</summary>
    /// <exception cref="NotSupportedException">There is none: for example after an <c>await</c>.</exception>
    protected static IActorContext Context => ActorCell.Current
        ?? throw new NotSupportedException("There is no active ActorContext: this code does not run inside an actor.");

    /// <summary>The actor as the runtime sees it.</summary>
    internal ActorCell OwnCell => _cell;

    /// <summary>The sender of the message in work.</summary>
    protected IActorRef Sender => _cell.Sender;

    /// <summary>The actor's own reference.</summary>
    protected IActorRef Self => _cell.Self;

    /// <summary>The hook around <see cref="PreRestart"/>.</summary>
    public virtual void AroundPreRestart(Exception cause, object? message) => PreRestart(cause, message);

    /// <summary>The hook around <see cref="PreStart"/>.</summary>
    public virtual void AroundPreStart() => PreStart();

    /// <summary>The hook around <see cref="PostRestart"/>.</summary>
    public virtual void AroundPostRestart(Exception cause, object? message) => PostRestart(cause);

    /// <summary>The hook around <see cref="PostStop"/>.</summary>
    public virtual void AroundPostStop() => PostStop();

    internal bool Handle(Receive receive, object message) => AroundReceive(receive, message);

    internal bool InitialReceive(object message) => Receive(message);

    internal SupervisorStrategy CreateStrategy() => SupervisorStrategy();

    /// <summary>The hook around every message.</summary>
    protected virtual bool AroundReceive(Receive receive, object message)
    {
        ArgumentNullException.ThrowIfNull(receive);
        var handled = receive(message);
        if (!handled)
            Unhandled(message);
        return handled;
    }

    /// <summary>The first behaviour.</summary>
    protected abstract bool Receive(object message);

    /// <summary>Called for what no behaviour handled: published as <see cref="UnhandledMessage"/>.</summary>
    /// <exception cref="DeathPactException">The message is <see cref="Terminated"/>.</exception>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated)
            throw new DeathPactException(terminated.ActorRef);
        _cell.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    /// <summary>Replaces the current behaviour.</summary>
    protected void Become(Receive receive) => _cell.Become(receive);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    protected void BecomeStacked(Receive receive) => _cell.BecomeStacked(receive);

    /// <summary>Takes the top behaviour away.</summary>
    protected void UnbecomeStacked() => _cell.UnbecomeStacked();

    /// <summary>Sends <see cref="ReceiveTimeout"/> whenever no message came for this time; null ends it.</summary>
    protected void SetReceiveTimeout(TimeSpan? timeout) => _cell.SetReceiveTimeout(timeout);

    /// <summary>Called before the first message; not after a restart, unless <see cref="PostRestart"/> calls it, as it does by default.</summary>
    protected virtual void PreStart()
    {
    }

    /// <summary>Called on the failed instance before it is replaced. By default: stops all children, then <see cref="PostStop"/>.</summary>
    /// <param name="reason">The failure.</param>
    /// <param name="message">The message in work when it happened, if any.</param>
    protected virtual void PreRestart(Exception reason, object? message)
    {
        foreach (var child in Context.GetChildren())
        {
            Context.Unwatch(child);
            Context.Stop(child);
        }

        PostStop();
    }

    /// <summary>Called on the new instance after a restart. By default: <see cref="PreStart"/>.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>Called after the last message, when all children have stopped.</summary>
    protected virtual void PostStop()
    {
    }

    /// <summary>How this actor answers its children's failures.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;
}
