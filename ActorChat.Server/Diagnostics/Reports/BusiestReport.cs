using ActorChat.Server.Diagnostics.Runtime;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>
/// The ten actors that are busiest, by their working time or else by their messages a second, since the last look or, where there
/// was none, since they were made; at most three of one type. Pure.
/// </summary>
internal static class BusiestReport
{
    private const int Most = 10;

    // Of a thousand connections that all get the same, the first ten would hide everything else.
    private const int MostOfAKind = 3;

    /// <summary>The lines: since when, then the table.</summary>
    /// <param name="root">The tree now.</param>
    /// <param name="now">When that is.</param>
    /// <param name="before">The last look; null for none.</param>
    /// <param name="measured">Whether working time has been measured since then.</param>
    /// <param name="texts">The language.</param>
    /// <param name="width">The most columns of the terminal that a line takes.</param>
    public static IReadOnlyList<string> Lines(ActorView root, TimeSpan now, ActivitySnapshot? before, bool measured, Texts texts, int width = int.MaxValue)
    {
        var paces = root.WithPaths()
            .Select(found => Pace(found.Path, found.Actor, now, before, measured))
            .Where(pace => pace.Rate > 0 || pace.Actor.Waiting > 0)
            .GroupBy(pace => pace.Actor.Type)
            .SelectMany(kind => InOrder(kind).Take(MostOfAKind));
        var since = before is null ? texts.BusiestSinceStart : texts.BusiestSince(Quantities.Duration(now - before.At));
        return [.. WordWrap.Lines(since, width, WordWrap.Indent), .. Table(InOrder(paces).Take(Most), measured, texts, width)];
    }

    private static IReadOnlyList<string> Table(IEnumerable<ActorPace> paces, bool measured, Texts texts, int width) => TextTable.Lines(
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
        }),
        width);

    // Time tells more than numbers, where it was measured.
    private static IEnumerable<ActorPace> InOrder(IEnumerable<ActorPace> paces) => paces
        .OrderByDescending(pace => pace.BusyShare)
        .ThenByDescending(pace => pace.Rate)
        .ThenByDescending(pace => pace.Actor.Waiting)
        .ThenBy(pace => pace.Path, StringComparer.Ordinal);

    // An actor that is younger than the last look has had its own age only.
    private static ActorPace Pace(string path, ActorView actor, TimeSpan now, ActivitySnapshot? before, bool measured)
    {
        var age = actor.Age ?? TimeSpan.Zero;
        var earlier = before is not null && now - before.At < age ? before : null;
        var (processed, busy) = earlier?.Done.GetValueOrDefault(path) ?? default;
        var seconds = Math.Max((earlier is null ? age : now - earlier.At).TotalSeconds, 0.001);
        var done = (actor.Processed ?? 0) - processed;
        return new ActorPace(path, actor, done / seconds, measured ? (actor.Busy - busy).TotalSeconds / seconds : 0);
    }

    private sealed record ActorPace(string Path, ActorView Actor, double Rate, double BusyShare);
}
