using ActorChat.Server.Resources;

namespace ActorChat.Server.Watching.Reports;

/// <summary>The ten actors that work on the most messages a second, since the last look or, where there was none, since they were made. Pure.</summary>
internal static class BusiestReport
{
    private const int Most = 10;

    /// <summary>The lines: since when, then the table.</summary>
    /// <param name="root">The tree now.</param>
    /// <param name="now">When that is.</param>
    /// <param name="before">The last look; null for none.</param>
    /// <param name="measured">Whether working time has been measured since then.</param>
    /// <param name="texts">The language.</param>
    public static IReadOnlyList<string> Lines(ActorView root, TimeSpan now, Look? before, bool measured, Texts texts)
    {
        var busiest = root.WithPaths()
            .Select(found => Pace(found.Path, found.Actor, now, before))
            .Where(pace => pace.Rate > 0 || pace.Actor.Waiting > 0)
            .OrderByDescending(pace => pace.Rate)
            .ThenByDescending(pace => pace.Actor.Waiting)
            .ThenBy(pace => pace.Path, StringComparer.Ordinal)
            .Take(Most);
        var since = before is null ? texts.BusiestSinceStart : texts.BusiestSince(Quantities.Duration(now - before.At));
        return [since, .. Table(busiest, measured, texts)];
    }

    private static IReadOnlyList<string> Table(IEnumerable<ActorPace> paces, bool measured, Texts texts) => TextTable.Lines(
        [
            new(texts.ActorHeading),
            new(texts.RateHeading, IsNumber: true),
            new(texts.BusyHeading, IsNumber: true),
            new(texts.MailboxHeading, IsNumber: true),
            new(texts.InWorkHeading),
        ],
        paces.Select(pace => new[]
        {
            pace.Path,
            Quantities.Rate(pace.Rate),
            measured ? Quantities.Percent(pace.BusyShare) : "-",
            Quantities.Number(pace.Actor.Waiting),
            pace.Actor.InWork ?? "-",
        }));

    // An actor that is younger than the last look has had its own age only.
    private static ActorPace Pace(string path, ActorView actor, TimeSpan now, Look? before)
    {
        var (processed, busy) = before?.Done.GetValueOrDefault(actor.Uid) ?? default;
        var time = before is not null && now - before.At < actor.Age ? now - before.At : actor.Age;
        var seconds = Math.Max(time.TotalSeconds, 0.001);
        return new ActorPace(path, actor, (actor.Processed - processed) / seconds, (actor.Busy - busy).TotalSeconds / seconds);
    }

    private sealed record ActorPace(string Path, ActorView Actor, double Rate, double BusyShare);
}
