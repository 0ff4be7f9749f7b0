using Akka.Event;

namespace Akka.Actor;

/// <summary>How an actor answers the failures of its children.</summary>
public abstract class SupervisorStrategy
{
    /// <summary>Stops children that could not be made, were killed or broke a death pact; restarts all others.</summary>
    public static readonly IDecider DefaultDecider = Actor.Decider.From(
        Directive.Restart,
        Directive.Stop.When<ActorInitializationException>(),
        Directive.Stop.When<ActorKilledException>(),
        Directive.Stop.When<DeathPactException>());

    /// <summary>Each child on its own, any number of restarts, the default decider.</summary>
    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    /// <summary>A failed child is stopped, whatever the cause.</summary>
    public static readonly SupervisorStrategy StoppingStrategy = new OneForOneStrategy(_ => Directive.Stop);

    /// <summary>Chooses the directive.</summary>
    public abstract IDecider Decider { get; }

    /// <summary>Whether failures are logged.</summary>
    protected bool LoggingEnabled { get; init; } = true;

    /// <summary>Carries out a stop or restart.</summary>
    /// <param name="context">The supervisor.</param>
    /// <param name="restart">Whether the decision was to restart, else to stop.</param>
    /// <param name="child">The child that failed.</param>
    /// <param name="cause">Its failure.</param>
    /// <param name="stats">The child with its count of restarts.</param>
    /// <param name="children">All children.</param>
    public abstract void ProcessFailure(
        IActorContext context, bool restart, IActorRef child, Exception cause, ChildRestartStats stats, IReadOnlyCollection<ChildRestartStats> children);

    /// <summary>A child has stopped for good.</summary>
    public abstract void HandleChildTerminated(IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children);

    /// <summary>Applies the strategy to a failed child. False when the failure has to be escalated.</summary>
    internal bool HandleFailure(ActorCell cell, InternalActorRef child, Exception cause, ChildRestartStats stats, IReadOnlyCollection<ChildRestartStats> children)
    {
        var directive = Handle(child, cause);
        if (directive == Directive.Escalate)
            return false;
        LogFailure(cell, child, cause, directive);
        if (directive == Directive.Resume)
            child.SendSystemMessage(new Dispatch.SysMsg.Resume(cause));
        else
            ProcessFailure(cell, directive == Directive.Restart, child, cause, stats, children);
        return true;
    }

    /// <summary>The directive for the failure of this child.</summary>
    protected abstract Directive Handle(IActorRef child, Exception exception);

    /// <summary>Restarts a child; one that has not failed itself is suspended first.</summary>
    private protected static void RestartChild(ChildRestartStats stats, Exception cause, bool suspendFirst)
    {
        if (suspendFirst)
            stats.ChildRef.SendSystemMessage(new Dispatch.SysMsg.Suspend());
        stats.ChildRef.SendSystemMessage(new Dispatch.SysMsg.Recreate(cause));
    }

    private void LogFailure(ActorCell cell, InternalActorRef child, Exception cause, Directive directive)
    {
        if (!LoggingEnabled)
            return;
        var said = cause is ActorInitializationException { InnerException: { } inner } ? inner.Message : cause.Message;
        var source = child.Path.ToString();
        cell.System.EventStream.Publish(directive == Directive.Resume
            ? new Warning(source, GetType(), said)
            : new Error(cause, source, GetType(), said));
    }
}
