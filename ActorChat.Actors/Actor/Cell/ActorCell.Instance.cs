namespace Akka.Actor;

/// <summary>The instance of an actor: made, started, given back.</summary>
internal sealed partial class ActorCell
{
    /// <summary>The cell that waits for its instance on this thread; null where an actor's constructor has no business to run. Given once.</summary>
    public static ActorCell? TakeExpecting()
    {
        if (_current is not { _expectsInstance: true } cell)
            return null;
        cell._expectsInstance = false;
        return cell;
    }

    private void Start()
    {
        if (_state != Lifecycle.New)
            return;
        _state = Lifecycle.Running;
        MakeAndStart();
    }

    private void MakeAndStart()
    {
        try
        {
            _actor = MakeInstance();
            _actor.AroundPreStart();
        }
        catch (Exception failure)
        {
            Discard();
            throw new ActorInitializationException(Self, "Exception during creation", failure);
        }

        LogLifecycle("Started");
    }

    private ActorBase MakeInstance()
    {
        // Not even what a task of the instance before has taken on in the meantime is for this one.
        (_behaviour, _stacked) = (null, null);
        _expectsInstance = true;
        try
        {
            var actor = Props.NewActor();
            (actor as IInitializableActor)?.Init();
            if (actor is IWithTimers withTimers)
                withTimers.Timers = _timers = new TimerScheduler(this);
            if (actor is IActorStash withStash)
                withStash.Stash = _stash = NewStash(unbounded: actor is IWithUnboundedStash);
            _behaviour ??= actor.InitialReceive;
            return actor;
        }
        finally
        {
            _expectsInstance = false;
        }
    }

    private void Discard()
    {
        // What the instance had put aside is for the next one, or for the dead letters.
        _stash?.Close();
        ReleaseInstance();
        _stash = null;
        _timers?.Close();
        SetReceiveTimeout(null);
        _timers = null;
        _actor = null;
        _behaviour = null;
        _stacked = null;
    }

    private void ReleaseInstance()
    {
        try
        {
            if (_actor is { } actor)
                Props.Release(actor);
        }
        catch (Exception failure)
        {
            // The instance is gone either way; the restart or the end that it is released for has to go on.
            LogError(failure, failure.Message);
        }
    }
}
