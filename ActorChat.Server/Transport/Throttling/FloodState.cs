namespace ActorChat.Server.Transport.Throttling;

/// <summary>
/// How long a sender has sent too much without a pause, and when it was told so. Knows no clock. A mutable value: keep it in a field
/// that is not read-only.
/// </summary>
internal struct FloodState
{
    // Whoever sends too fast all the time is told so now and then, not with each message.
    private static readonly TimeSpan NoticePause = TimeSpan.FromMinutes(1);

    private TimeSpan? _since;
    private TimeSpan? _noticeAt;

    /// <summary>Whether it has begun and is not over.</summary>
    public readonly bool IsOn => _since is not null;

    /// <summary>Something has to wait: begins or goes on, until it is too long.</summary>
    /// <param name="longest">How long it may last; null for ever.</param>
    /// <param name="now">On a clock that does not go back.</param>
    public RateDecision Wait(TimeSpan? longest, TimeSpan now)
    {
        _since ??= now;
        if (now - _since >= longest)
            return RateDecision.Disconnect;
        if (now - _noticeAt < NoticePause)
            return RateDecision.Delay;
        _noticeAt = now;
        return RateDecision.DelayAndWarn;
    }

    /// <summary>It is over.</summary>
    public void End() => _since = null;
}
