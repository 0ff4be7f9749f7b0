using ActorChat.Server.Diagnostics.Runtime;

namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>What every actor had done at one moment, to compare the next one with.</summary>
/// <param name="At">When, on a clock of the caller's.</param>
/// <param name="Done">The messages and the working time of each actor, by its path.</param>
internal sealed record ActivitySnapshot(TimeSpan At, IReadOnlyDictionary<string, (long Processed, TimeSpan Busy)> Done)
{
    /// <summary>The moment of a tree.</summary>
    public static ActivitySnapshot Take(ActorView root, TimeSpan at) =>
        new(at, root.WithPaths().ToDictionary(found => found.Path, found => (found.Actor.Processed ?? 0, found.Actor.Busy)));
}
