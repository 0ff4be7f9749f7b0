using ActorChat.Server.Diagnostics;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Limits;
using ActorChat.Tests.Diagnostics.Runtime;

namespace ActorChat.Tests.Server.Watching;

/// <summary>What the operator sees of a server at work.</summary>
[Collection(CountingSpec.MeasuresTime)]
public sealed class InspectorTests
{
    [Fact]
    public async Task Connections_are_shown_with_nickname_and_address()
    {
        await using var server = await TestServer.StartAsync();
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var nobody = await WireClient.ConnectAsync(server.Chat);
        await nobody.ExpectAsync("Nickname: ");
        await using var silent = await WireClient.ConnectAsync(server.Confirmation);
        using var inspector = Inspector(server);

        // The confirmation port greets nobody: it may take a moment until it knows of its client.
        var lines = await AskUntilAsync(inspector, new AdminCommand.Connections(null), lines => lines.Any(l => l.StartsWith("confirmation-listener/", StringComparison.Ordinal)));
        Assert.StartsWith("chat-listener: 2 conexiones, 1 con nickname", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("confirmation-listener: 1 conexión, 0 con nickname", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains(" ana ", StringComparison.Ordinal) && line.Contains($" {ana.Local} ", StringComparison.Ordinal));
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task How_long_a_reader_has_taken_nothing_is_shown()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with
            {
                ChatConnections = settings.ChatConnections with { MaxQueued = 1 << 30, ClientLimits = new ClientLimits { StallTimeout = TimeSpan.FromHours(1) } },
                Room = settings.Room with { ReaderCheckInterval = TimeSpan.FromMilliseconds(1) },
            });
        await using var slow = await WireClient.JoinAsync(server.Chat, "lento", receiveBuffer: 4096);
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        using var inspector = Inspector(server);
        var text = new string('x', 1000);
        bool waits;
        do
        {
            await ana.SendAsync(string.Concat(Enumerable.Repeat(text + "\n", 50)));
            await ana.ReadAllSoFarAsync();
            var lines = await inspector.AnswerAsync(new AdminCommand.Connections("lento"));
            waits = lines.Any(line => line.Contains(" lento ", StringComparison.Ordinal) && line.EndsWith(" 1 s", StringComparison.Ordinal));
        }
        while (!waits);
    }

    [Fact]
    public async Task A_server_without_connections_says_so_at_once_and_one_that_does_not_answer_does_not_hold_the_operator_up()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var asked in new[] { server.Actor, server.System.DeadLetters })
        {
            using var inspector = new Inspector(server.System, asked, TestServer.Texts);
            Assert.Equal(["No hay conexiones."], await inspector.AnswerAsync(new AdminCommand.Connections(null)));
        }
    }

    [Fact]
    public async Task The_report_has_the_tree_the_busiest_and_the_connections()
    {
        await using var server = await TestServer.StartAsync(hocon: CountingSpec.Hocon);
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");

        // So that the room is busier than what has only started.
        for (var i = 0; i < 30; i++)
            await ana.SendLineAsync("/listar");
        await ana.ReadAllSoFarAsync();
        using var inspector = Inspector(server);
        var lines = await inspector.ReportAsync();
        Assert.Contains(lines, line => line.StartsWith("chat-listener: 1 conexión, 1 con nickname", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("        room-general ", StringComparison.Ordinal) && line.Contains(" RoomActor ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("/user/node/rooms/room-general ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task Every_answer_fits_a_terminal_of_80_columns(string code)
    {
        Assert.True(Languages.TryParse(code, out var language));
        await using var server = await TestServer.StartAsync(hocon: CountingSpec.Hocon);
        await using var ana = await WireClient.JoinAsync(server.Chat, new string('n', 32));
        using var inspector = new Inspector(server.System, server.Actor, Texts.For(language));
        foreach (var asked in new[] { "actores", "ocupados", "ocupados", "conexiones", "ayuda", "nada" })
            Assert.All(await inspector.AnswerAsync(AdminCommand.Parse(asked), width: 80), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task An_unknown_word_gets_the_help()
    {
        await using var server = await TestServer.StartAsync();
        using var inspector = Inspector(server);
        var help = await inspector.AnswerAsync(new AdminCommand.Help());
        Assert.Equal([TestServer.Texts.UnknownAdminCommand("que"), .. help], await inspector.AnswerAsync(AdminCommand.Parse("que tal")));
        Assert.Equal(
            [TestServer.Texts.UnknownAdminCommandMeant("vetra", "vetar"), .. help], await inspector.AnswerAsync(AdminCommand.Parse("/vetra juegos beto")));
        Assert.Empty(await inspector.AnswerAsync(AdminCommand.Parse("")));
    }

    private static Inspector Inspector(TestServer server) => new(server.System, server.Actor, TestServer.Texts);

    private static async Task<IReadOnlyList<string>> AskUntilAsync(Inspector inspector, AdminCommand command, Func<IReadOnlyList<string>, bool> fits)
    {
        var limit = Task.Delay(TimeSpan.FromSeconds(30));
        while (true)
        {
            var lines = await inspector.AnswerAsync(command);
            if (fits(lines) || limit.IsCompleted)
                return lines;
        }
    }
}
