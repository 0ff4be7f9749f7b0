namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// Limits the rate of messages and bytes of one sender. A flood begins when a message or a read is delayed. It ends after a pause in which the
/// sender regains its allowance. Knows no clock: all times are those of a monotonic one. A mutable value: keep it in a field that is not
/// read-only.
/// </summary>
internal struct MessageRateLimiter
{
    // Repeats the warning now and then, not with each message.
    private static readonly TimeSpan NoticeInterval = TimeSpan.FromMinutes(1);

    private TokenBucket _messages;
    private TokenBucket _bytes;
    private TimeSpan? _floodSince;
    private TimeSpan? _noticeAt;

    /// <summary>The time from which the next message is allowed.</summary>
    public readonly TimeSpan NextAt(Rate rate) => _messages.NextAt(rate);

    /// <summary>The time from which the next read is allowed.</summary>
    public readonly TimeSpan ReadAt(Rate rate) => _bytes.PaidAt(rate);

    /// <summary>Decides about the oldest waiting message. A flood may last for <paramref name="maxFlood"/>; null for ever.</summary>
    public RateDecision Check(Rate rate, TimeSpan? maxFlood, TimeSpan now) =>
        _messages.TryTake(rate, now) ? RateDecision.Allow : Delay(maxFlood, now);

    /// <summary>Decides about the next read; as <see cref="Check"/>.</summary>
    public RateDecision CheckRead(Rate rate, TimeSpan? maxFlood, TimeSpan now) =>
        ReadAt(rate) <= now ? RateDecision.Allow : Delay(maxFlood, now);

    /// <summary>Charges the bytes of a read, of which <paramref name="perMessage"/> count as one message.</summary>
    public void OnRead(Rate rate, int bytes, int perMessage, TimeSpan now) =>
        _bytes.Charge(TimeSpan.FromTicks(((bytes * rate.Interval.Ticks) + perMessage - 1) / perMessage), now);

    /// <summary>Ends a flood if the allowance is regained; called when bytes arrive and no message waits.</summary>
    public void OnQueueEmpty(Rate rate, TimeSpan now)
    {
        if (_floodSince is not null && _messages.NextAt(rate) <= now && _bytes.NextAt(rate) <= now)
            _floodSince = null;
    }

    private RateDecision Delay(TimeSpan? maxFlood, TimeSpan now)
    {
        _floodSince ??= now;
        if (now - _floodSince >= maxFlood)
            return RateDecision.Disconnect;
        if (now - _noticeAt < NoticeInterval)
            return RateDecision.Delay;
        _noticeAt = now;
        return RateDecision.DelayAndWarn;
    }
}

/// <summary>What becomes of a message or a read. A flood that has lasted too long ends in a disconnect.</summary>
internal enum RateDecision
{
    Allow,
    DelayAndWarn,
    Delay,
    Disconnect,
}
