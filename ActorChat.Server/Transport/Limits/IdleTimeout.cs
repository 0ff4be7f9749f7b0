namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// Decides when an idle user is warned, then disconnected. Late checks never shorten the announced time between the two. Knows no clock. A
/// mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct IdleTimeout
{
    private static readonly TimeSpan MaxNotice = TimeSpan.FromMinutes(1);

    private TimeSpan _lineAt;
    private TimeSpan? _overAt;

    /// <summary>The time from the warning to the end: a minute, or half the timeout if that is shorter.</summary>
    public static TimeSpan Notice(TimeSpan timeout) => timeout / 2 < MaxNotice ? timeout / 2 : MaxNotice;

    /// <summary>Restarts the time-out, on a line or on connecting.</summary>
    public void OnLine(TimeSpan now)
    {
        _lineAt = now;
        _overAt = null;
    }

    /// <summary>The time of the next check.</summary>
    public readonly TimeSpan NextAt(TimeSpan timeout) => _overAt ?? _lineAt + timeout - Notice(timeout);

    public IdleState Check(TimeSpan timeout, TimeSpan now)
    {
        if (now < NextAt(timeout))
            return IdleState.Active;
        if (_overAt is not null)
            return IdleState.TimedOut;
        _overAt = now + Notice(timeout);
        return IdleState.Warn;
    }
}

/// <summary>The results of <see cref="IdleTimeout.Check"/>.</summary>
internal enum IdleState
{
    Active,
    Warn,
    TimedOut,
}
