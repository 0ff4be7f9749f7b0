using Akka.Actor;

namespace ActorChat.Server.Transport;

/// <summary>
/// A timer that sends a message to an actor. Allocates nothing while it is off. A message already sent still arrives after <see cref="Off"/>.
/// A mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct ActorTimer
{
    private ITimer? _timer;
    private TimeSpan _at;

    /// <summary>Whether it is set, until <see cref="Off"/>.</summary>
    public readonly bool IsOn => _timer is not null;

    /// <summary>Sets it, unless it is set for an earlier time already. <see cref="TimeSpan.MaxValue"/> means never.</summary>
    public void Set(TimeSpan at, TimeProvider clock, IActorRef actor, object message)
    {
        if (at == TimeSpan.MaxValue || (IsOn && _at <= at))
            return;
        Off();

        // Rounds up, as timers count whole milliseconds: one that fires early would have to be set again.
        var delay = TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((at - clock.Now()).TotalMilliseconds)));
        _timer = clock.CreateTimer(static ring => ((Ring)ring!).Tell(), new Ring(actor, message), delay, Timeout.InfiniteTimeSpan);
        _at = at;
    }

    /// <summary>Turns it off; also to be called when it has fired.</summary>
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
