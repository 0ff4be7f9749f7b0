namespace ActorChat.Server.Transport;

/// <summary>The time by which limits and waits are measured.</summary>
internal static class Clock
{
    /// <summary>The time since some moment in the past. It does not go back, whatever happens to the time of day.</summary>
    /// <remarks>Reckoned in whole numbers: of a clock that counts from long ago, <c>double</c> would round microseconds away.</remarks>
    public static TimeSpan Now(this TimeProvider clock) => clock.TimestampFrequency % TimeSpan.TicksPerSecond == 0
        ? TimeSpan.FromTicks(clock.GetTimestamp() / (clock.TimestampFrequency / TimeSpan.TicksPerSecond))
        : clock.GetElapsedTime(0);
}
