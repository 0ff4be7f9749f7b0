using ActorChat.Server.Diagnostics;
using ActorChat.Server.Diagnostics.Reports;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Tests.Diagnostics;

public sealed class ConnectionsReportTests
{
    private static readonly Texts Es = Texts.For(Language.Spanish);

    [Fact]
    public void A_few_connections_are_shown_one_by_one() => Assert.Equal(
        [
            "chat-listener: 2 conexiones, 1 con nickname, inactivas hasta 1 min 05 s, con lectura parada 1 (hasta 12 s)",
            "conexión              nickname  dirección          inactiva  sin leer",
            "chat-listener/conn-1  ana       127.0.0.1:40001         1 s         -",
            "chat-listener/conn-2  -         127.0.0.1:40002  1 min 05 s      12 s",
        ],
        Report([Chat(2) with { Nickname = null, Idle = TimeSpan.FromSeconds(65), Stalled = TimeSpan.FromSeconds(12) }, Chat(1) with { Nickname = "ana" }]));

    [Fact]
    public void Twenty_thousand_are_a_summary_and_those_that_stand_out()
    {
        var lines = Report([.. Enumerable.Range(1, 20_000).Select(i => Chat(i) with
        {
            Idle = TimeSpan.FromSeconds(i == 77 ? 3600 : 1),
            Stalled = TimeSpan.FromSeconds(i == 99 ? 20 : 0),
        })]);
        Assert.Equal(
            "chat-listener: 20000 conexiones, 20000 con nickname, inactivas hasta 1 h 00 min, con lectura parada 1 (hasta 20 s)", lines[0]);
        Assert.Equal("Las que llevan más tiempo sin leer:", lines[1]);
        Assert.StartsWith("chat-listener/conn-99 ", lines[3], StringComparison.Ordinal);
        Assert.Equal("Las que llevan más tiempo inactivas:", lines[4]);
        Assert.StartsWith("chat-listener/conn-77 ", lines[6], StringComparison.Ordinal);
        Assert.Equal(11, lines.Count);
    }

    [Fact]
    public void The_report_fits_a_terminal_of_80_columns()
    {
        var long32 = new string('n', 32);
        var lines = ConnectionsReport.Lines(
            new ConnectionsSnapshot([Chat(1) with { Nickname = long32, Peer = "[2001:db8:1234:5678:9abc:def0:1234:5678]:40001", Stalled = TimeSpan.FromMinutes(3) }], Silent: 0),
            filter: null,
            Es,
            width: 80);

        Assert.Equal("chat-listener: 1 conexión, 1 con nickname, inactiva hasta 1 s, con lectura", lines[0]);
        Assert.Equal("  parada 1 (hasta 3 min 00 s)", lines[1]);
        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Each_port_has_its_sums() => Assert.Equal(
        ["chat-listener: 1 conexión", "confirmation-listener: 1 conexión"],
        Report([Chat(1) with { Listener = "confirmation-listener", Nickname = null }, Chat(1)]).Take(2).Select(line => line.Split(',')[0]));

    [Theory]
    [InlineData("USER7", 1)]
    [InlineData(":40002", 1)]
    [InlineData("conn-1", 11)]
    [InlineData("nadie", 0)]
    public void A_text_picks_some(string filter, int expected)
    {
        var lines = Report([.. Enumerable.Range(1, 20).Select(Chat)], filter);
        Assert.Equal(expected, lines.Count(line => line.StartsWith("chat-listener/", StringComparison.Ordinal)));
        Assert.Equal(expected == 0, lines.Contains("No hay conexiones."));
    }

    [Fact]
    public void Who_did_not_answer_is_counted() => Assert.Equal(
        ["No hay conexiones.", "3 conexiones no han respondido a tiempo."], ConnectionsReport.Lines(new ConnectionsSnapshot([], Silent: 3), filter: null, Es));

    private static IReadOnlyList<string> Report(ConnectionReport[] connections, string? filter = null) =>
        ConnectionsReport.Lines(new ConnectionsSnapshot(connections, Silent: 0), filter, Es);

    private static ConnectionReport Chat(int number) =>
        new("chat-listener", $"conn-{number}", $"127.0.0.1:{40_000 + number}", $"user{number}", TimeSpan.FromSeconds(1), Stalled: TimeSpan.Zero);
}
