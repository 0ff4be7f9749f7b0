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

    /// <summary>The first behaviour.</summary>
    protected abstract void OnReceive(object message);

    /// <summary>Replaces the current behaviour.</summary>
    protected void Become(UntypedReceive receive) => Context.Become(receive);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    protected void BecomeStacked(UntypedReceive receive) => Context.BecomeStacked(receive);
}
