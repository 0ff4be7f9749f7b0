using System.Diagnostics;
using HdrHistogram;

namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>How long something took, in milliseconds.</summary>
/// <param name="P50">What half of all did not exceed.</param>
/// <param name="P99">What 99 % did not exceed.</param>
/// <param name="P999">What 99.9 % did not exceed.</param>
/// <param name="Max">What none exceeded.</param>
internal sealed record Delays(double P50, double P99, double P999, double Max)
{
    // More digits would be more memory than the caches hold.
    private const int SignificantDigits = 2;

    /// <summary>A histogram for stopwatch ticks, in constant memory however many there are.</summary>
    public static LongHistogram NewHistogram() => new(TimeStamp.Hours(48), SignificantDigits);

    /// <summary>Of stopwatch ticks; all 0 where there are none.</summary>
    public static Delays Of(HistogramBase ticks) => ticks.TotalCount == 0
        ? new Delays(0, 0, 0, 0)
        : new Delays(Percentile(ticks, 50), Percentile(ticks, 99), Percentile(ticks, 99.9), Percentile(ticks, 100));

    private static double Percentile(HistogramBase ticks, double percent) =>
        Math.Round(ticks.GetValueAtPercentile(percent) * 1000.0 / Stopwatch.Frequency, 4);
}
