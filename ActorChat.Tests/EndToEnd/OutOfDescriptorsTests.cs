using System.Diagnostics;
using ActorChat.Tests.Server;
using Xunit;

namespace ActorChat.Tests.EndToEnd;

/// <summary>A real server that may open no more sockets.</summary>
public sealed class OutOfDescriptorsTests : IDisposable
{
    // What is left for new connections, besides what the listener keeps for the process itself; more people than that come.
    private const int Left = 8 + 32, Guests = 30;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Upstream", "differs: its listener ends with the first such error")]
    public async Task Users_are_left_alone_while_nobody_more_can_come_and_those_who_wait_come_when_others_have_left()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--set", "akka.loglevel=WARNING");
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await SayAsync(ana, beto, "before");

        DescriptorLimit.Set(server.Id, DescriptorLimit.Used(server.Id) + Left);
        var since = Stopwatch.StartNew();
        var guests = new List<WireClient>();
        while (guests.Count < Guests)
            guests.Add(await WireClient.ConnectAsync(server.Chat));
        await server.Errors.WaitForAsync("No more connections can be accepted for now");
        for (var i = 0; i < 20; i++)
            await SayAsync(ana, beto, $"message {i}");

        // Each one who leaves lets another one in, in the order they came, until everybody was there.
        foreach (var guest in guests)
        {
            await guest.ExpectAsync("Nickname: ");
            await guest.DisposeAsync();
        }

        await SayAsync(ana, beto, "after");
        var (exitCode, _, errors) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        var lines = errors.Split("No more connections can be accepted for now").Length - 1;
        Assert.InRange(lines, 1, 1 + (int)since.Elapsed.TotalMinutes);
    }

    [Fact]
    [Trait("Upstream", "differs: its listener ends with the first such error")]
    public async Task The_same_holds_for_both_ports_together()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--set", "akka.loglevel=WARNING");
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await using var early = await WireClient.ConnectAsync(server.Confirmation);
        await SayAsync(ana, beto, "before");

        DescriptorLimit.Set(server.Id, DescriptorLimit.Used(server.Id) + Left);
        var since = Stopwatch.StartNew();
        var guests = new List<WireClient>();
        while (guests.Count < Guests)
            guests.Add(await WireClient.ConnectAsync(server.Confirmation));
        await server.Errors.WaitForAsync("No more connections can be accepted for now");
        await using var late = await WireClient.ConnectAsync(server.Chat);
        await SayAsync(ana, beto, "meanwhile");

        foreach (var guest in guests.Prepend(early))
        {
            await guest.SendLineAsync("hola");
            Assert.StartsWith("Mensaje recibido: ", await guest.ReadToEndAsync(), StringComparison.Ordinal);
            await guest.DisposeAsync();
        }

        await late.ExpectAsync("Nickname: ");
        await SayAsync(ana, beto, "after");
        var (exitCode, _, errors) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        var lines = errors.Split("No more connections can be accepted for now").Length - 1;
        Assert.InRange(lines, 1, 2 * (1 + (int)since.Elapsed.TotalMinutes));
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
