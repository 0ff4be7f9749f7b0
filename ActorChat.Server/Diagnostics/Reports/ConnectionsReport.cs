using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>
/// The connections: one line of sums for each port, then all of them where they are few, and otherwise those that stand out, the
/// ones with the most bytes waiting and the ones that have been silent for longest. Pure.
/// </summary>
internal static class ConnectionsReport
{
    private const int MostSingle = 20;
    private const int MostStandingOut = 5;

    /// <summary>The lines.</summary>
    /// <param name="seen">What the connections said.</param>
    /// <param name="filter">A part of the nicknames, addresses or names that are wanted; null for all.</param>
    /// <param name="texts">The language.</param>
    /// <param name="width">The most columns of the terminal that a line takes.</param>
    public static IReadOnlyList<string> Lines(ConnectionsSnapshot seen, string? filter, Texts texts, int width = int.MaxValue)
    {
        var wanted = seen.Connections.Where(connection => filter is null || Matches(connection, filter)).ToList();
        var sums = wanted.GroupBy(c => c.Listener).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Sums(g.Key, [.. g], texts));
        List<string> lines = [.. sums.SelectMany(sum => WordWrap.Lines(sum, width, WordWrap.Indent))];
        if (wanted.Count == 0)
            lines.Add(texts.NoConnections);
        else
            lines.AddRange(Tables(wanted, texts, width));
        if (seen.Silent > 0)
            lines.Add(texts.SilentConnections(seen.Silent));
        return lines;
    }

    private static bool Matches(ConnectionReport connection, string filter) =>
        new[] { connection.Nickname, connection.Peer, connection.Name }.Any(text => text?.Contains(filter, StringComparison.CurrentCultureIgnoreCase) == true);

    private static string Sums(string listener, List<ConnectionReport> connections, Texts texts) => texts.ConnectionSums(
        listener,
        connections.Count,
        connections.Count(connection => connection.Nickname is not null),
        Quantities.Duration(connections.Max(connection => connection.Idle)),
        connections.Count(connection => connection.Stalled > TimeSpan.Zero),
        Quantities.Duration(connections.Max(connection => connection.Stalled)));

    private static IEnumerable<string> Tables(List<ConnectionReport> connections, Texts texts, int width)
    {
        if (connections.Count <= MostSingle)
            return Table(connections.OrderBy(c => c.Listener, StringComparer.Ordinal).ThenBy(c => c.Name.Length).ThenBy(c => c.Name, StringComparer.Ordinal), texts, width);
        var behind = connections.Where(c => c.Stalled > TimeSpan.Zero).OrderByDescending(c => c.Stalled).Take(MostStandingOut).ToList();
        var silent = connections.OrderByDescending(c => c.Idle).Take(MostStandingOut);
        return
        [
            .. behind.Count > 0 ? Table(behind, texts, width).Prepend(texts.LongestStalled) : [],
            texts.LongestIdle,
            .. Table(silent, texts, width),
        ];
    }

    private static IReadOnlyList<string> Table(IEnumerable<ConnectionReport> connections, Texts texts, int width) => TextTable.Lines(
        [
            new(texts.ConnectionHeading),
            new(texts.NicknameHeading),
            new(texts.AddressHeading, MostWidth: 50),
            new(texts.IdleHeading, IsNumber: true),
            new(texts.StalledHeading, IsNumber: true),
        ],
        connections.Select(connection => new[]
        {
            $"{connection.Listener}/{connection.Name}",
            connection.Nickname ?? "-",
            connection.Peer,
            Quantities.Duration(connection.Idle),
            connection.Stalled > TimeSpan.Zero ? Quantities.Duration(connection.Stalled) : "-",
        }),
        width);
}
