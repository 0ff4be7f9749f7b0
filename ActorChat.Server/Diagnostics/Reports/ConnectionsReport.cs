using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>
/// Shows the totals of each port, then the connections: all of a few, or else the longest stalled and idle ones. Pure.
/// </summary>
internal static class ConnectionsReport
{
    private const int MaxRows = 20;
    private const int MaxOutliers = 5;

    /// <summary>Filters by a part of a nickname, address or actor name.</summary>
    public static IReadOnlyList<string> Lines(ConnectionsSnapshot snapshot, string? filter, Texts texts, int width = int.MaxValue)
    {
        var matching = snapshot.Connections.Where(connection => filter is null || Matches(connection, filter)).ToList();
        var sums = matching.GroupBy(c => c.Listener).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Sums(g.Key, [.. g], texts));
        List<string> lines = [.. sums.SelectMany(sum => WordWrap.Lines(sum, width, WordWrap.Indent))];
        if (matching.Count == 0)
            lines.Add(texts.NoConnections);
        else
            lines.AddRange(Tables(matching, texts, width));
        if (snapshot.Silent > 0)
            lines.Add(texts.SilentConnections(snapshot.Silent));
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
        if (connections.Count <= MaxRows)
            return Table(connections.OrderBy(c => c.Listener, StringComparer.Ordinal).ThenBy(c => c.Name.Length).ThenBy(c => c.Name, StringComparer.Ordinal), texts, width);
        var stalled = connections.Where(c => c.Stalled > TimeSpan.Zero).OrderByDescending(c => c.Stalled).Take(MaxOutliers).ToList();
        var idle = connections.OrderByDescending(c => c.Idle).Take(MaxOutliers);
        return
        [
            .. stalled.Count > 0 ? Table(stalled, texts, width).Prepend(texts.LongestStalled) : [],
            texts.LongestIdle,
            .. Table(idle, texts, width),
        ];
    }

    private static IReadOnlyList<string> Table(IEnumerable<ConnectionReport> connections, Texts texts, int width) => TextTable.Lines(
        [
            new(texts.ConnectionHeading),
            new(texts.NicknameHeading),
            new(texts.AddressHeading, MaxWidth: 50),
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
