using System.Globalization;

namespace ActorChat.Benchmarks.Durable;

/// <summary>Lines of text in Markdown's table form: the median of the rounds in each cell, and for the ratio its range.</summary>
internal static class DurableTable
{
    /// <summary>The head of the table.</summary>
    public const string Head = """
        | senders | loop, messages/s | actor, messages/s | ratio (min–max) | confirmed p50, ms | p99, ms | CPU, µs a message |
        |--------:|-----------------:|------------------:|----------------:|------------------:|--------:|------------------:|
        """;

    /// <summary>What the loop alone did over all rounds.</summary>
    public static string Loop(IReadOnlyList<Pair> pairs) => string.Create(
        CultureInfo.InvariantCulture,
        $"The bare commit takes {Median(pairs, p => p.Loop.P50):F3} ms (p99 {Median(pairs, p => p.Loop.P99):F3} ms); CPU {Median(pairs, p => p.Loop.CpuPerMessage):F1} µs.");

    /// <summary>The row of one number of senders.</summary>
    public static string Row(int senders, IReadOnlyList<Pair> pairs) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {senders,7:N0} | {Median(pairs, p => p.Loop.Rate),16:N0} | {Median(pairs, p => p.Actor.Rate),17:N0} | {Ratio(pairs),15} "
        + $"| {Median(pairs, p => p.Actor.P50),17:F3} | {Median(pairs, p => p.Actor.P99),7:F3} | {Median(pairs, p => p.Actor.CpuPerMessage),17:F1} |");

    private static string Ratio(IReadOnlyList<Pair> pairs) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Median(pairs, p => p.Ratio):G3} ({pairs.Min(p => p.Ratio):G3}–{pairs.Max(p => p.Ratio):G3})");

    private static double Median(IReadOnlyList<Pair> pairs, Func<Pair, double> figure)
    {
        var sorted = pairs.Select(figure).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
