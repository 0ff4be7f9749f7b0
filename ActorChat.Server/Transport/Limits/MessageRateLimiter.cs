namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// Limits the rate of messages and bytes of one sender. A flood begins when a message or a read is delayed. It ends after a pause in which the
/// sender regains its allowance. Knows no clock. A mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct MessageRateLimiter
{
    private TokenBucket _messages;
    private TokenBucket _bytes;
    private FloodState _flood;

    /// <summary>The time from which the next message is allowed.</summary>
    public readonly TimeSpan NextAt(Rate rate) => _messages.NextAt(rate);

    /// <summary>The time from which the next read is allowed.</summary>
    public readonly TimeSpan ReadAt(Rate rate) => _bytes.PaidAt(rate);

    /// <summary>Decides about the oldest waiting message.</summary>
    /// <param name="rate">The allowed rate.</param>
    /// <param name="maxFlood">The longest flood; null for unlimited.</param>
    /// <param name="now">The time by a monotonic clock.</param>
    public RateDecision Check(Rate rate, TimeSpan? maxFlood, TimeSpan now) =>
        _messages.TryTake(rate, now) ? RateDecision.Allow : _flood.OnDelay(maxFlood, now);

    /// <summary>Decides about the next read; as <see cref="Check"/>.</summary>
    public RateDecision CheckRead(Rate rate, TimeSpan? maxFlood, TimeSpan now) =>
        ReadAt(rate) <= now ? RateDecision.Allow : _flood.OnDelay(maxFlood, now);

    /// <summary>Charges the bytes of a read.</summary>
    /// <param name="rate">The allowed rate.</param>
    /// <param name="bytes">The number of bytes.</param>
    /// <param name="perMessage">The bytes that count as one message.</param>
    /// <param name="now">The time by a monotonic clock.</param>
    public void OnRead(Rate rate, int bytes, int perMessage, TimeSpan now) =>
        _bytes.Charge(TimeSpan.FromTicks(((bytes * rate.Interval.Ticks) + perMessage - 1) / perMessage), now);

    /// <summary>Ends a flood if the allowance is regained; called when bytes arrive and no message waits.</summary>
    public void OnQueueEmpty(Rate rate, TimeSpan now)
    {
        if (_flood.IsOn && _messages.NextAt(rate) <= now && _bytes.NextAt(rate) <= now)
            _flood.End();
    }
}

/// <summary>The decisions of <see cref="MessageRateLimiter"/>.</summary>
internal enum RateDecision
{
    /// <summary>Handle it now.</summary>
    Allow,

    /// <summary>Handle it later, and warn the sender.</summary>
    DelayAndWarn,

    /// <summary>Handle it later.</summary>
    Delay,

    /// <summary>Disconnect: the flood has lasted too long.</summary>
    Disconnect,
}

/// <summary>
/// The start of a flood and of the last warning. Knows no clock. A mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct FloodState
{
    // Repeats the warning now and then, not with each message.
    private static readonly TimeSpan NoticeInterval = TimeSpan.FromMinutes(1);

    private TimeSpan? _since;
    private TimeSpan? _noticeAt;

    /// <summary>Whether a flood lasts.</summary>
    public readonly bool IsOn => _since is not null;

    /// <summary>Starts or continues a flood, on a delayed message or read.</summary>
    public RateDecision OnDelay(TimeSpan? maxFlood, TimeSpan now)
    {
        _since ??= now;
        if (now - _since >= maxFlood)
            return RateDecision.Disconnect;
        if (now - _noticeAt < NoticeInterval)
            return RateDecision.Delay;
        _noticeAt = now;
        return RateDecision.DelayAndWarn;
    }

    public void End() => _since = null;
}
