using System.Diagnostics;

namespace ActorChat.Tests.EndToEnd.Clients;

/// <summary>A real server that may open no more sockets.</summary>
public sealed class OutOfDescriptorsTests : IDisposable
{
    // What is left for connections, besides what the server keeps for itself; more people than that come.
    private const int Left = 8 + 24, Guests = 40;

    private const string Full = "El servidor está lleno. Vuelve a intentarlo más tarde.\n";
    private const string Prompt = "Nickname: ";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Users_are_left_alone_while_newcomers_are_refused_and_others_come_when_some_have_left()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--set", "akka.loglevel=WARNING");
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await SayAsync(ana, beto, "before");

        DescriptorLimit.Set(server.Id, DescriptorLimit.Used(server.Id) + Left);
        var since = Stopwatch.StartNew();
        var inside = await ComeAsync(server.Chat, Guests);
        Assert.InRange(inside.Count, 1, Left);
        for (var i = 0; i < 20; i++)
            await SayAsync(ana, beto, $"message {i}");

        foreach (var guest in inside)
            await guest.DisposeAsync();
        await WaitForRoomAsync(server.Chat);
        await SayAsync(ana, beto, "after");
        await ExpectOneLineAsync(server, ports: 1, since);
    }

    [Fact]
    public async Task The_same_holds_for_both_ports_together()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--set", "akka.loglevel=WARNING");
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var early = await WireClient.ConnectAsync(server.Confirmation);
        DescriptorLimit.Set(server.Id, DescriptorLimit.Used(server.Id) + Left);
        var since = Stopwatch.StartNew();
        var inside = await ComeAsync(server.Chat, Guests);
        await using (var refused = await WireClient.ConnectAsync(server.Confirmation))
            Assert.Equal(Full, await refused.ReadTextAsync());

        await early.SendLineAsync("hola");
        Assert.StartsWith("Mensaje recibido: ", await early.ReadToEndAsync(), StringComparison.Ordinal);
        foreach (var guest in inside)
            await guest.DisposeAsync();
        await ExpectOneLineAsync(server, ports: 2, since);
    }

    // So many come one after the other, and each is answered. Gives those who are let in.
    private static async Task<List<WireClient>> ComeAsync(IPEndPoint chat, int count)
    {
        var inside = new List<WireClient>();
        for (var i = 0; i < count; i++)
        {
            var guest = await WireClient.ConnectAsync(chat);
            var answer = await guest.ReadTextAsync();
            if (answer == Prompt)
            {
                inside.Add(guest);
                continue;
            }

            Assert.Equal(Full, answer);
            await guest.DisposeAsync();
        }

        return inside;
    }

    // The places of those who have left are free a moment later.
    private static async Task WaitForRoomAsync(IPEndPoint chat)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        for (var inside = 0; inside == 0;)
        {
            limit.Token.ThrowIfCancellationRequested();
            var guests = await ComeAsync(chat, 1);
            inside = guests.Count;
            foreach (var guest in guests)
                await guest.DisposeAsync();
        }
    }

    // One a minute and port.
    private static async Task ExpectOneLineAsync(ServerProcess server, int ports, Stopwatch since)
    {
        var (exitCode, _, errors) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Contains("open-files", line, StringComparison.Ordinal));
        Assert.InRange(lines.Length, ports, ports * (1 + (int)since.Elapsed.TotalMinutes));
    }

    private static async Task SayAsync(WireClient from, WireClient to, string text)
    {
        await from.SendLineAsync(text);
        string? line;
        do
        {
            line = await to.ReadLineAsync();
        }
        while (line?.EndsWith(text, StringComparison.Ordinal) == false);

        Assert.NotNull(line);
    }
}
