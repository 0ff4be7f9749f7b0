namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// A token bucket, as one moment: that at which it will be full again. It begins full. Knows no clock and holds no rate, so that
/// every connection can have one. A mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct TokenBucket
{
    private TimeSpan _fullAt;

    /// <summary>Takes a token. False when there is none; there is one at <see cref="NextAt"/>.</summary>
    /// <param name="rate">How fast it fills and how much it holds; always the same.</param>
    /// <param name="now">On a clock that begins at zero and does not go back.</param>
    public bool TryTake(Rate rate, TimeSpan now)
    {
        if (NextAt(rate) > now)
            return false;
        _fullAt = (_fullAt > now ? _fullAt : now) + rate.Interval;
        return true;
    }

    /// <summary>Takes what has been used already, however much that is.</summary>
    /// <param name="cost">In time that it takes to fill as much again.</param>
    /// <param name="now">As above.</param>
    public void Charge(TimeSpan cost, TimeSpan now) => _fullAt = (_fullAt > now ? _fullAt : now) + cost;

    /// <summary>Since when nothing is owed, or from when on.</summary>
    public readonly TimeSpan PaidAt(Rate rate) => _fullAt - TimeSpan.FromTicks(rate.Burst * rate.Interval.Ticks);

    /// <summary>Since when there is a token, or from when on there will be one; never more than one interval ahead.</summary>
    public readonly TimeSpan NextAt(Rate rate) => _fullAt - TimeSpan.FromTicks((rate.Burst - 1) * rate.Interval.Ticks);
}
