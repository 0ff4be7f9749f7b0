using ActorChat.Server.Net.Limits;

namespace ActorChat.Server.Net.Fairness;

/// <summary>
/// The messages of one sender, in time. An excess begins with the first message that has to wait, and is over when the sender was
/// quiet until its next message need not wait. Knows no clock. A mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct MessagePace
{
    // Whoever sends too fast all the time is told so now and then, not with each message.
    private static readonly TimeSpan NoticePause = TimeSpan.FromMinutes(1);

    private TokenBucket _bucket;
    private TimeSpan? _excessSince;
    private TimeSpan? _noticeAt;

    /// <summary>Since when a message may be dealt with, or from when on.</summary>
    public readonly TimeSpan NextAt(Rate rate) => _bucket.NextAt(rate);

    /// <summary>Asks for the oldest message that waits.</summary>
    /// <param name="rate">How often messages may come.</param>
    /// <param name="longest">How long an excess may last; null for ever.</param>
    /// <param name="now">On a clock that begins at zero and does not go back.</param>
    public Turn Ask(Rate rate, TimeSpan? longest, TimeSpan now)
    {
        if (_bucket.TryTake(rate, now))
            return Turn.Now;
        _excessSince ??= now;
        if (now - _excessSince >= longest)
            return Turn.Never;
        if (now - _noticeAt < NoticePause)
            return Turn.Later;
        _noticeAt = now;
        return Turn.LaterWithNotice;
    }

    /// <summary>Something comes, and nothing of this sender waits.</summary>
    public void OnNothingWaits(Rate rate, TimeSpan now)
    {
        if (_excessSince is not null && _bucket.NextAt(rate) <= now)
            _excessSince = null;
    }
}
