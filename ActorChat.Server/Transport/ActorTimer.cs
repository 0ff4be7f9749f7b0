using Akka.Actor;

namespace ActorChat.Server.Transport;

/// <summary>
/// A timer that tells an actor a message. Holds nothing while it is off. A message that is under way when the alarm is turned off
/// still arrives. A mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct ActorTimer
{
    private ITimer? _timer;
    private TimeSpan _at;

    /// <summary>Whether it is set, and its message not dealt with.</summary>
    public readonly bool IsOn => _timer is not null;

    /// <summary>Sets it, unless it is set already for a moment not later.</summary>
    /// <param name="at">When; the greatest time for never.</param>
    /// <param name="clock">Whose time that is.</param>
    /// <param name="actor">Who is told.</param>
    /// <param name="message">What.</param>
    public void Set(TimeSpan at, TimeProvider clock, IActorRef actor, object message)
    {
        if (at == TimeSpan.MaxValue || (IsOn && _at <= at))
            return;
        Off();

        // Timers count whole milliseconds: one that rings too early would only have to be set again.
        var delay = TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((at - clock.Now()).TotalMilliseconds)));
        _timer = clock.CreateTimer(static ring => ((Ring)ring!).Tell(), new Ring(actor, message), delay, Timeout.InfiniteTimeSpan);
        _at = at;
    }

    /// <summary>Turns it off, or finds that it has rung.</summary>
    public void Off()
    {
        _timer?.Dispose();
        _timer = null;
    }

    private sealed record Ring(IActorRef Actor, object Message)
    {
        public void Tell() => Actor.Tell(Message, ActorRefs.NoSender);
    }
}
