using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The life of an actor: made, failed, suspended, resumed, restarted, stopped. All of it by system messages.</summary>
internal sealed partial class ActorCell
{
    private Lifecycle _state = Lifecycle.New;

    // Why the actor waits for its supervisor; null when it does not.
    private Exception? _failure;

    // The child whose failure was escalated; null when the actor failed by itself.
    private InternalActorRef? _perpetrator;

    // Failures of children that were to be escalated while the actor waited for its supervisor itself.
    private List<Failed>? _unanswered;

    // What a restart that waits for stopping children is for.
    private Exception? _restartCause;
    private bool _restartHadInstance;

    private enum Lifecycle
    {
        New,
        Running,
        Restarting,
        Terminating,
        Terminated,
    }

    public void InvokeSystem(SystemMessage message)
    {
        var outer = _current;
        _current = this;
        try
        {
            HandleSystem(message);
        }
        catch (Exception failure)
        {
            Fail(failure, (message as Failed)?.Child);
        }
        finally
        {
            _current = outer;
        }
    }

    private void HandleSystem(SystemMessage message)
    {
        switch (message)
        {
            case Create:
                Start();
                break;
            case Suspend:
                SuspendAll(except: null);
                break;
            case Resume resume:
                OnResume(resume.CausedByFailure);
                break;
            case Recreate recreate:
                OnRecreate(recreate.Cause);
                break;
            case Terminate:
                OnTerminate();
                break;
            case Watch watch:
                Deaths.AddWatcher(watch.Watcher);
                LogRelation("now watched by", watch.Watcher);
                break;
            case Unwatch unwatch:
                if (_deathWatch?.RemoveWatcher(unwatch.Watcher) == true)
                    LogRelation("no longer watched by", unwatch.Watcher);
                break;
            case DeathWatchNotification notification:
                OnDeath(notification);
                break;
            case Failed failed:
                OnChildFailed(failed);
                break;
            default:
                throw new InvalidOperationException($"Unknown system message {message}.");
        }
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
        _expectsInstance = true;
        try
        {
            var actor = Props.NewActor();
            (actor as IInitializableActor)?.Init();
            if (actor is IWithTimers withTimers)
                withTimers.Timers = _timers = new TimerScheduler(this);
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
        ReleaseInstance();
        _timers?.CancelAll();
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

    // The actor stops working on user messages and asks its supervisor what to do.
    private void Fail(Exception failure, InternalActorRef? perpetrator)
    {
        if (_state is Lifecycle.Terminating or Lifecycle.Terminated)
        {
            LogError(failure, "failed while stopping");
            return;
        }

        if (_failure is not null)
        {
            if (perpetrator is not null)
                (_unanswered ??= []).Add(new Failed(perpetrator, failure));
            return;
        }

        _failure = failure;
        _perpetrator = perpetrator;
        SuspendAll(except: perpetrator);
        _parent.SendSystemMessage(new Failed(SelfRef, failure));
    }

    private void SuspendAll(InternalActorRef? except)
    {
        Mailbox.Suspend();
        foreach (var child in LivingChildren())
        {
            if (!child.Equals(except))
                child.SendSystemMessage(new Suspend());
        }
    }

    private void ResumeAll(Exception? causedByFailure, InternalActorRef? perpetrator)
    {
        Mailbox.Resume();
        foreach (var child in LivingChildren())
            child.SendSystemMessage(new Resume(child.Equals(perpetrator) ? causedByFailure : null));
    }

    private void OnResume(Exception? causedByFailure)
    {
        if (_state != Lifecycle.Running)
        {
            ResumeAll(causedByFailure: null, perpetrator: null);
            return;
        }

        if (causedByFailure is not null && _actor is null)
        {
            // There is no instance to go on with: it could not be made. Try again.
            OnRecreate(causedByFailure);
            return;
        }

        var perpetrator = _perpetrator;
        if (causedByFailure is not null)
            ForgetFailure();
        ResumeAll(causedByFailure, perpetrator);
        AnswerTheUnanswered();
    }

    // The supervisor has decided on this actor: the children whose failures came meanwhile still wait for a decision on theirs.
    private void AnswerTheUnanswered()
    {
        var failures = _unanswered ?? [];
        _unanswered = null;
        foreach (var failed in failures)
            SelfRef.SendSystemMessage(failed);
    }

    private void ForgetFailure()
    {
        _failure = null;
        _perpetrator = null;
        _inWork = default;
    }

    private void OnRecreate(Exception cause)
    {
        if (_state != Lifecycle.Running)
        {
            // On the way to a restart or an end already, but suspended once more for this one: the count has to come out even.
            ResumeAll(causedByFailure: null, perpetrator: null);
            return;
        }

        LogLifecycle("Restarting");
        _restartHadInstance = _actor is not null;
        if (_actor is { } failed)
            CallPreRestart(failed, cause);
        else
            StopChildren();
        Discard();
        _state = Lifecycle.Restarting;
        _restartCause = cause;
        if (_children?.AnyStopping != true)
            FinishRestart();
    }

    private void StopChildren()
    {
        foreach (var child in LivingChildren())
            Stop(child);
    }

    private void CallPreRestart(ActorBase failed, Exception cause)
    {
        try
        {
            failed.AroundPreRestart(cause, _perpetrator is null ? _inWork.Message : null);
        }
        catch (Exception failure)
        {
            var wrapped = new PreRestartException(Self, failure, cause, _inWork.Message);
            LogError(wrapped, wrapped.Message);
        }
    }

    private void FinishRestart()
    {
        var (cause, hadInstance) = (_restartCause!, _restartHadInstance);
        _restartCause = null;
        _state = Lifecycle.Running;
        ForgetFailure();
        var survivors = LivingChildren();
        Mailbox.Resume();
        if (!hadInstance)
        {
            // The first instance could not be made: this is not its replacement but the first again.
            MakeAndStart();
            return;
        }

        try
        {
            _actor = MakeInstance();
            _actor.AroundPostRestart(cause, null);
        }
        catch (Exception failure)
        {
            Discard();
            Fail(new PostRestartException(Self, failure, cause), perpetrator: null);
            return;
        }

        _restarts++;
        LogLifecycle("Restarted");
        foreach (var child in survivors)
            child.SendSystemMessage(new Recreate(cause));
        AnswerTheUnanswered();
    }

    private void OnTerminate()
    {
        if (_state is Lifecycle.Terminating or Lifecycle.Terminated)
            return;
        _state = Lifecycle.Terminating;
        _timers?.CancelAll();
        SetReceiveTimeout(null);
        _deathWatch?.UnwatchAll();
        Mailbox.Suspend();
        _children?.Close();
        LogLifecycle("Stopping");
        StopChildren();
        if (_children?.Any != true)
            FinishTermination();
    }

    private void FinishTermination()
    {
        try
        {
            _actor?.AroundPostStop();
        }
        catch (Exception failure)
        {
            LogError(failure, failure.Message);
        }

        LogLifecycle("Stopped");
        Discard();
        _state = Lifecycle.Terminated;
        var (messages, systemMessages) = Mailbox.Close();
        SystemImpl.Activity.Bury(this);

        // Ahead of the news of the end: who is told of it and then sends more finds its letter behind these.
        foreach (var envelope in messages)
            SystemImpl.DeadLetterRef.Report(envelope.Message, envelope.Sender, SelfRef);
        _parent.SendSystemMessage(new DeathWatchNotification(SelfRef, existenceConfirmed: true));
        _deathWatch?.TellWatchers(_parent);
        _deathWatch?.UnwatchAll();
        Dispatcher.Detach();
        for (var next = systemMessages; next is not null; next = next.Next)
            next.AnswerForTheDead();
    }

    private void OnDeath(DeathWatchNotification notification)
    {
        var actor = notification.Actor;
        var wasChild = _children?.Remove(actor) == true;
        _deathWatch?.OnDeath(actor, notification.ExistenceConfirmed);
        if (!wasChild)
            return;
        if (_state == Lifecycle.Terminating && !Children.Any)
            FinishTermination();
        else if (_state == Lifecycle.Restarting && !Children.AnyStopping)
            FinishRestart();
        else if (_actor is { } alive)
            Strategy(alive).HandleChildTerminated(this, actor, Children.All());
    }

    private void OnChildFailed(Failed failed)
    {
        if (Children.StatsOf(failed.Child) is not { } stats)
            return;
        if (_state != Lifecycle.Running || _actor is null)
        {
            // Nobody is here to decide: the child ends with its parent, or is restarted with it.
            Stop(failed.Child);
            return;
        }

        _inWork = new Envelope(failed, failed.Child);
        if (!Strategy(_actor).HandleFailure(this, failed.Child, failed.Cause, stats, Children.AllStats()))
            Fail(failed.Cause, failed.Child);
        else if (_failure is null)
            _inWork = default;
    }

    private IReadOnlyList<InternalActorRef> LivingChildren() => _children?.All() ?? [];

    private SupervisorStrategy Strategy(ActorBase actor) => Props.SupervisorStrategy ?? actor.CreateStrategy();

    private void LogLifecycle(string what)
    {
        if (SystemImpl.Settings.DebugLifecycle)
            DebugLog($"{what} ({(_actor?.GetType() ?? Props.Type).Name})");
    }

    private void LogRelation(string what, InternalActorRef other)
    {
        if (SystemImpl.Settings.DebugLifecycle)
            DebugLog($"{what} {other}");
    }

    private void LogError(Exception failure, string text) =>
        SystemImpl.EventStream.Publish(new Error(failure, Self.Path.ToString(), _actor?.GetType() ?? Props.Type, text));
}
