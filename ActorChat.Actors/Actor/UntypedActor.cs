namespace Akka.Actor;

/// <summary>An actor whose behaviours take every message.</summary>
public abstract class UntypedActor : ActorBase
{
    /// <summary>Only inside <see cref="IActorRefFactory.ActorOf"/>.</summary>
    protected UntypedActor()
    {
    }

    /// <inheritdoc cref="ActorBase.Context"/>
    protected static new IUntypedActorContext Context => (IUntypedActorContext)ActorBase.Context;

    /// <inheritdoc/>
    protected sealed override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    /// <summary>Does some work as a task of this actor: see <see cref="RunTask(Func{Task})"/>.</summary>
    protected void RunTask(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        RunTask(() =>
        {
            action();
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// Starts a task that the mailbox waits for: the next message is handled when it has ended. What follows an <c>await</c> runs
    /// inside this actor, with its context and the sender of the message in work; what the task throws is a failure of the actor.
    /// Stopping does not wait: the rest of the task is then dropped.
    /// </summary>
    protected void RunTask(Func<Task> action) => OwnCell.RunTask(action);

    /// <summary>The first behaviour.</summary>
    protected abstract void OnReceive(object message);

    /// <summary>Replaces the current behaviour.</summary>
    protected void Become(UntypedReceive receive) => Context.Become(receive);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    protected void BecomeStacked(UntypedReceive receive) => Context.BecomeStacked(receive);
}
