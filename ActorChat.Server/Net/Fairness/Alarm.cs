using Akka.Actor;

namespace ActorChat.Server.Net.Fairness;

/// <summary>
/// The one timer of a connection, whatever it waits for. Holds nothing while it is off. A mutable value: keep it in a field that is
/// not read-only.
/// </summary>
internal struct Alarm
{
    // A timer may come a little before its time: then it is set once more, but not in a busy loop.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private ICancelable? _switch;
    private TimeSpan _at;

    /// <summary>Sets it, unless it is set already for a moment not later.</summary>
    /// <param name="at">When; the greatest time for never.</param>
    /// <param name="scheduler">Whose clock that is.</param>
    /// <param name="actor">Who is told.</param>
    /// <param name="message">What.</param>
    public void Set(TimeSpan at, IScheduler scheduler, IActorRef actor, object message)
    {
        if (at == TimeSpan.MaxValue || (_switch is not null && _at <= at))
            return;
        Off();
        var delay = at - scheduler.MonotonicClock;
        _switch = scheduler.ScheduleTellOnceCancelable(delay > Shortest ? delay : Shortest, actor, message, ActorRefs.NoSender);
        _at = at;
    }

    /// <summary>Turns it off, or finds that it has rung.</summary>
    public void Off()
    {
        _switch?.Cancel();
        _switch = null;
    }
}
