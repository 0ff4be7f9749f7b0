using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Whom one actor watches, and who watches it.</summary>
internal sealed class DeathWatch(ActorCell cell)
{
    // The value is the message of WatchWith; null for Terminated.
    private FewRefs _watching;

    // Notifications that wait in the mailbox: Unwatch takes them back.
    private FewRefs _notified;

    private FewRefs _watchedBy;

    public void Watch(InternalActorRef subject, object? message)
    {
        if (subject.Equals(cell.Self))
            return;
        if (_watching.TryGetValue(subject, out var before))
        {
            if (!Equals(before, message))
                throw new InvalidOperationException($"{cell.Self} already watches {subject} with another message: unwatch it first.");
            return;
        }

        _watching.Set(subject, message);
        subject.SendSystemMessage(new Watch(subject, cell.SelfRef));
    }

    public void Unwatch(InternalActorRef subject)
    {
        if (_watching.Remove(subject, out _))
            subject.SendSystemMessage(new Unwatch(cell.SelfRef));
        _notified.Remove(subject, out _);
    }

    /// <summary>A watched actor has ended: the notification takes its place at the end of the mailbox.</summary>
    public void OnDeath(InternalActorRef actor, bool existenceConfirmed)
    {
        if (!_watching.Remove(actor, out var message))
            return;
        _notified.Set(actor, message);
        cell.Self.Tell(new Terminated(actor, existenceConfirmed, addressTerminated: false), actor);
    }

    /// <summary>The message that the actor is to see for this notification; null when it has unwatched in the meantime.</summary>
    public object? Take(Terminated terminated) =>
        terminated.ActorRef is InternalActorRef actor && _notified.Remove(actor, out var message) ? message ?? terminated : null;

    /// <summary>A notification that the actor has put aside waits in the mailbox once more.</summary>
    public void Requeue(Terminated terminated)
    {
        if (terminated.ActorRef is InternalActorRef actor)
            _notified.Set(actor, null);
    }

    public void AddWatcher(InternalActorRef watcher) => _watchedBy.Set(watcher, null);

    public bool RemoveWatcher(InternalActorRef watcher) => _watchedBy.Remove(watcher, out _);

    /// <summary>The actor has ended: every watcher but the parent, who is told anyway, learns of it.</summary>
    public void TellWatchers(InternalActorRef parent)
    {
        foreach (var watcher in _watchedBy.Keys.Where(w => !w.Equals(parent)))
            watcher.SendSystemMessage(new DeathWatchNotification(cell.SelfRef, existenceConfirmed: true));
        _watchedBy.Clear();
    }

    public void UnwatchAll()
    {
        foreach (var subject in _watching.Keys)
            subject.SendSystemMessage(new Unwatch(cell.SelfRef));
        _watching.Clear();
        _notified.Clear();
    }
}
