namespace Akka.Actor;

/// <summary>Sends <see cref="ReceiveTimeout"/> when nothing came for a while. One running timer at most; it is not re-armed by each message, but looks back when it fires.</summary>
internal sealed class ReceiveTimeoutTimer(ActorCell cell)
{
    private Cancelable? _scheduled;
    private long _lastActivity;

    /// <summary>The time in force; null when off.</summary>
    public TimeSpan? Timeout { get; private set; }

    public void Set(TimeSpan? timeout)
    {
        _scheduled?.Cancel();
        _scheduled = null;
        Timeout = timeout;
        if (timeout is not null)
            Arm(timeout.Value);
        Touch();
    }

    /// <summary>A message came that counts as activity.</summary>
    public void Touch() => _lastActivity = Environment.TickCount64;

    /// <summary>The timer fired. True when the time has really passed without activity; else the rest is waited for.</summary>
    public bool HasExpired(Tick tick)
    {
        if (Timeout is not { } timeout || !ReferenceEquals(tick.Owner, _scheduled))
            return false;
        var rest = timeout - TimeSpan.FromMilliseconds(Environment.TickCount64 - _lastActivity);
        Arm(rest > TimeSpan.Zero ? rest : timeout);
        if (rest > TimeSpan.Zero)
            return false;
        Touch();
        return true;
    }

    private void Arm(TimeSpan delay)
    {
        var cancelable = new Cancelable(cell.System.Scheduler);
        _scheduled = cancelable;
        cell.System.Scheduler.ScheduleTellOnce(delay, cell.Self, new Tick(cancelable), cell.Self, cancelable);
    }

    internal sealed record Tick(ICancelable Owner) : INotInfluenceReceiveTimeout;
}
