namespace ActorChat.Protocol.Timing;

/// <summary>How often something may happen.</summary>
/// <param name="Interval">The time from one to the next, in the long run; more than zero.</param>
/// <param name="Burst">At once, after a pause; more than zero.</param>
internal readonly record struct Rate(TimeSpan Interval, int Burst)
{
    /// <param name="PerSecond">In the long run; more than zero. The interval is rounded up to a tick: never more than the rate passes.</param>
    /// <param name="Burst">At once, after a pause; more than zero.</param>
    public Rate(int PerSecond, int Burst)
        : this(TimeSpan.FromTicks((TimeSpan.TicksPerSecond + PerSecond - 1) / PerSecond), Burst)
    {
    }
}
