namespace Akka.Configuration.Hocon.Values;

/// <summary>Durations: <c>500ms</c>, <c>1.5 s</c>, <c>5 minutes</c>; a plain number is milliseconds. Below 100 ns they are rounded.</summary>
internal static class Durations
{
    /// <summary>What a reader is told who gave something else.</summary>
    public const string Expected = "a duration, such as 500ms, 10s or 5 minutes";

    // Unit names are those of the HOCON specification; worth in ticks of 100 ns.
    private static readonly Dictionary<string, decimal> Units = new Dictionary<string, decimal>(StringComparer.Ordinal)
        .With(0.01m, "ns", "nano", "nanos", "nanosecond", "nanoseconds")
        .With(TimeSpan.TicksPerMicrosecond, "us", "micro", "micros", "microsecond", "microseconds")
        .With(TimeSpan.TicksPerMillisecond, "", "ms", "milli", "millis", "millisecond", "milliseconds")
        .With(TimeSpan.TicksPerSecond, "s", "second", "seconds")
        .With(TimeSpan.TicksPerMinute, "m", "minute", "minutes")
        .With(TimeSpan.TicksPerHour, "h", "hour", "hours")
        .With(TimeSpan.TicksPerDay, "d", "day", "days");

    /// <summary>The duration; null where the text is not one, is negative, or is longer than a <see cref="TimeSpan"/> holds.</summary>
    public static TimeSpan? TryParse(string? text) =>
        Measure.TryParse(text, Units) is { } ticks ? TimeSpan.FromTicks(ticks) : null;
}
