using ActorChat.Server.Diagnostics.Runtime;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>The work of every actor up to one moment, for comparison with a later one.</summary>
/// <param name="At">The time on a clock of the caller's.</param>
/// <param name="Work">Processed messages and busy time by the path of the actor.</param>
internal sealed record ActivitySnapshot(TimeSpan At, IReadOnlyDictionary<string, (long Processed, TimeSpan Busy)> Work)
{
    public static ActivitySnapshot Take(ActorView root, TimeSpan at) =>
        new(at, root.WithPaths().ToDictionary(found => found.Path, found => (found.Actor.Processed ?? 0, found.Actor.Busy)));
}

/// <summary>
/// Ranks actors by busy time, if measured, then by message rate, since the previous snapshot or else since their creation. Pure.
/// </summary>
internal static class BusiestReport
{
    private const int MaxRows = 10;

    // Otherwise a thousand equal connections would hide all other types.
    private const int MaxPerType = 3;

    /// <summary>Returns the period since the previous snapshot, then the table; without busy times unless they were measured meanwhile.</summary>
    public static IReadOnlyList<string> Lines(ActorView root, TimeSpan now, ActivitySnapshot? previous, bool measured, Texts texts, int width = int.MaxValue)
    {
        var activities = root.WithPaths()
            .Select(found => ActivityOf(found.Path, found.Actor, now, previous, measured))
            .Where(activity => activity.Rate > 0 || activity.Actor.Waiting > 0)
            .GroupBy(activity => activity.Actor.Type)
            .SelectMany(type => Rank(type).Take(MaxPerType));
        var since = previous is null ? texts.BusiestSinceStart : texts.BusiestSince(Quantities.Duration(now - previous.At));
        return [.. WordWrap.Lines(since, width, WordWrap.Indent), .. Table(Rank(activities).Take(MaxRows), measured, texts, width)];
    }

    private static IReadOnlyList<string> Table(IEnumerable<ActorActivity> activities, bool measured, Texts texts, int width) => TextTable.Lines(
        [
            new(texts.ActorHeading),
            new(texts.RateHeading, IsNumber: true),
            new(texts.BusyHeading, IsNumber: true),
            new(texts.MailboxHeading, IsNumber: true),
            new(texts.InWorkHeading),
        ],
        activities.Select(activity => new[]
        {
            activity.Path,
            Quantities.Rate(activity.Rate),
            measured ? Quantities.Percent(activity.BusyShare) : "-",
            Quantities.Number(activity.Actor.Waiting),
            activity.Actor.InWork ?? "-",
        }),
        width);

    private static IEnumerable<ActorActivity> Rank(IEnumerable<ActorActivity> activities) => activities
        .OrderByDescending(activity => activity.BusyShare)
        .ThenByDescending(activity => activity.Rate)
        .ThenByDescending(activity => activity.Actor.Waiting)
        .ThenBy(activity => activity.Path, StringComparer.Ordinal);

    // Uses the age of an actor that is younger than the snapshot.
    private static ActorActivity ActivityOf(string path, ActorView actor, TimeSpan now, ActivitySnapshot? previous, bool measured)
    {
        var age = actor.Age ?? TimeSpan.Zero;
        var baseline = previous is not null && now - previous.At < age ? previous : null;
        var (processed, busy) = baseline?.Work.GetValueOrDefault(path) ?? default;
        var seconds = Math.Max((baseline is null ? age : now - baseline.At).TotalSeconds, 0.001);
        var messages = (actor.Processed ?? 0) - processed;
        return new ActorActivity(path, actor, messages / seconds, measured ? (actor.Busy - busy).TotalSeconds / seconds : 0);
    }

    private sealed record ActorActivity(string Path, ActorView Actor, double Rate, double BusyShare);
}
