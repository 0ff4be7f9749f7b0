namespace ActorChat.Server.Transport;

/// <summary>The monotonic clock of limits and time-outs.</summary>
internal static class Clock
{
    /// <summary>The time since a fixed moment in the past. Never decreases, even if the wall clock is set back.</summary>
    /// <remarks>Uses integers: <c>double</c> would lose microseconds after a long uptime.</remarks>
    public static TimeSpan Now(this TimeProvider clock) => clock.TimestampFrequency % TimeSpan.TicksPerSecond == 0
        ? TimeSpan.FromTicks(clock.GetTimestamp() / (clock.TimestampFrequency / TimeSpan.TicksPerSecond))
        : clock.GetElapsedTime(0);
}
