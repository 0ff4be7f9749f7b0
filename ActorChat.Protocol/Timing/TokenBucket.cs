namespace ActorChat.Protocol.Timing;

/// <summary>
/// A token bucket, kept as the moment at which it will be full again. It begins full. Knows no clock and holds no rate, so that every
/// connection can afford one. A mutable value: keep it in a field that is not read-only.
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
        Charge(rate.Interval, now);
        return true;
    }

    /// <summary>Charges what has been used already, even beyond what the bucket holds.</summary>
    /// <param name="cost">The time that it takes to fill as much again.</param>
    /// <param name="now">As above.</param>
    public void Charge(TimeSpan cost, TimeSpan now) => _fullAt = (_fullAt > now ? _fullAt : now) + cost;

    /// <summary>The moment at which nothing is owed any more; it may lie in the past.</summary>
    public readonly TimeSpan PaidAt(Rate rate) => _fullAt - TimeSpan.FromTicks(rate.Burst * rate.Interval.Ticks);

    /// <summary>The moment at which there is a token; in the past, or at most one interval ahead.</summary>
    public readonly TimeSpan NextAt(Rate rate) => _fullAt - TimeSpan.FromTicks((rate.Burst - 1) * rate.Interval.Ticks);
}
