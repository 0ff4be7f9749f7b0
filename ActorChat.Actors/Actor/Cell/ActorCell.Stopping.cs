using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The end: children first, then the actor, then the news of it.</summary>
internal sealed partial class ActorCell
{
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
            Strategy(alive).HandleChildTerminated(this, actor, Children.AllOnDemand());
    }

    private void StopChildren()
    {
        foreach (var child in LivingChildren())
            Stop(child);
    }
}
