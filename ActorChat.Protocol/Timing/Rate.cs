namespace ActorChat.Protocol.Timing;

/// <summary>How often something may happen.</summary>
/// <param name="PerSecond">In the long run; more than zero.</param>
/// <param name="Burst">At once, after a pause; more than zero.</param>
internal readonly record struct Rate(int PerSecond, int Burst)
{
    /// <summary>The time from one to the next. Rounded up to a tick, so that never more than the rate passes.</summary>
    public TimeSpan Interval => TimeSpan.FromTicks((TimeSpan.TicksPerSecond + PerSecond - 1) / PerSecond);
}
