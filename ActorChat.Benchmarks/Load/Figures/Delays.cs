using System.Diagnostics;

namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>How long something took, in milliseconds.</summary>
/// <param name="P50">What half of all did not exceed.</param>
/// <param name="P99">What 99 % did not exceed.</param>
/// <param name="P999">What 99.9 % did not exceed.</param>
/// <param name="Max">What none exceeded.</param>
internal sealed record Delays(double P50, double P99, double P999, double Max)
{
    /// <summary>Of stopwatch ticks.</summary>
    public static Delays Of(Histogram ticks) => new(Ms(ticks.At(0.5)), Ms(ticks.At(0.99)), Ms(ticks.At(0.999)), Ms(ticks.Max));

    private static double Ms(double ticks) => Math.Round(ticks * 1000 / Stopwatch.Frequency, 4);
}
