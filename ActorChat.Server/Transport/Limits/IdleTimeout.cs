namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// The time without a line of one user: first comes a reminder, then the end. The time between the two is never shorter than
/// promised, however late somebody looks. Knows no clock. A mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct IdleTimeout
{
    private static readonly TimeSpan LongestNotice = TimeSpan.FromMinutes(1);

    private TimeSpan _lineAt;
    private TimeSpan? _overAt;

    /// <summary>How long before the end the reminder comes: a minute, but not more than half the time.</summary>
    public static TimeSpan Notice(TimeSpan timeout) => timeout / 2 < LongestNotice ? timeout / 2 : LongestNotice;

    /// <summary>A line came, or the user has connected.</summary>
    public void OnLine(TimeSpan now)
    {
        _lineAt = now;
        _overAt = null;
    }

    /// <summary>When to look next, if no line comes.</summary>
    public readonly TimeSpan NextAt(TimeSpan timeout) => _overAt ?? _lineAt + timeout - Notice(timeout);

    /// <summary>Looks.</summary>
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

/// <summary>What <see cref="IdleTimeout"/> finds.</summary>
internal enum IdleState
{
    /// <summary>There was a line not long ago.</summary>
    Active,

    /// <summary>It is time to ask whether anybody is there.</summary>
    Warn,

    /// <summary>The time is over.</summary>
    TimedOut,
}
