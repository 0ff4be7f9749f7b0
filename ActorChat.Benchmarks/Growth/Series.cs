using ActorChat.Benchmarks.Load.Arguments;

namespace ActorChat.Benchmarks.Growth;

/// <summary>One thing grows while all others stay.</summary>
/// <param name="Name">What grows; also the name of the plot's file.</param>
/// <param name="Title">Of the plot: what stays.</param>
/// <param name="Points">How far.</param>
/// <param name="Load">The load at one point.</param>
internal sealed record Series(string Name, string Title, IReadOnlyList<int> Points, Func<int, LoadOptions> Load)
{
    /// <summary>All that are measured.</summary>
    public static readonly IReadOnlyList<Series> All =
    [
        new("members", "10 senders, 1 outstanding each, 64 bytes", [10, 30, 100, 300, 1_000, 3_000, 10_000],
            n => new LoadOptions { Members = n, Senders = Math.Min(10, n) }),
        new("senders", "100 members, 1 outstanding each, 64 bytes", [1, 3, 10, 30, 100], n => new LoadOptions { Members = 100, Senders = n }),
        new("size", "100 members, 10 senders, 4 outstanding each", [32, 64, 128, 256, 512, 1_000],
            n => new LoadOptions { Members = 100, Senders = 10, Outstanding = 4, Size = n }),
        new("rate", "1,000 members, messages/s in all, 64 bytes", [1, 5, 10, 20, 50, 100], n => new LoadOptions { Members = 1_000, Senders = 10, Rate = n }),
        new("connections", "members without a word", [100, 300, 1_000, 3_000, 10_000],
            n => new LoadOptions { Members = n, Kind = LoadKind.Idle, Parallel = 100 }),
    ];
}
