namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// The messages of one sender, in time, and its bytes: what is no message costs time too. An excess begins with the first message that
/// has to wait, or when more was read than the rate gives, and is over when the sender was quiet until its next message need not wait.
/// Knows no clock. A mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct MessageRateLimiter
{
    private TokenBucket _messages;
    private TokenBucket _bytes;
    private FloodState _flood;

    /// <summary>Since when a message may be dealt with, or from when on.</summary>
    public readonly TimeSpan NextAt(Rate rate) => _messages.NextAt(rate);

    /// <summary>Since when more may be read, or from when on.</summary>
    public readonly TimeSpan ReadAt(Rate rate) => _bytes.PaidAt(rate);

    /// <summary>Asks for the oldest message that waits.</summary>
    /// <param name="rate">How often messages may come.</param>
    /// <param name="longest">How long an excess may last; null for ever.</param>
    /// <param name="now">On a clock that begins at zero and does not go back.</param>
    public RateDecision Check(Rate rate, TimeSpan? longest, TimeSpan now) =>
        _messages.TryTake(rate, now) ? RateDecision.Allow : _flood.Wait(longest, now);

    /// <summary>Asks whether more may be read; as <see cref="Check"/>.</summary>
    public RateDecision CheckRead(Rate rate, TimeSpan? longest, TimeSpan now) =>
        ReadAt(rate) <= now ? RateDecision.Allow : _flood.Wait(longest, now);

    /// <summary>Bytes were read.</summary>
    /// <param name="rate">How often messages may come.</param>
    /// <param name="bytes">How many.</param>
    /// <param name="perMessage">How many of them count as one message.</param>
    /// <param name="now">As above.</param>
    public void OnRead(Rate rate, int bytes, int perMessage, TimeSpan now) =>
        _bytes.Charge(TimeSpan.FromTicks(((bytes * rate.Interval.Ticks) + perMessage - 1) / perMessage), now);

    /// <summary>Something comes, and nothing of this sender waits.</summary>
    public void OnQueueEmpty(Rate rate, TimeSpan now)
    {
        if (_flood.IsOn && _messages.NextAt(rate) <= now && _bytes.NextAt(rate) <= now)
            _flood.End();
    }
}

/// <summary>When a message may be dealt with.</summary>
internal enum RateDecision
{
    /// <summary>At once.</summary>
    Allow,

    /// <summary>Later, and its sender is to be told that he sends too fast.</summary>
    DelayAndWarn,

    /// <summary>Later.</summary>
    Delay,

    /// <summary>Never: too much has come for too long.</summary>
    Disconnect,
}

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
