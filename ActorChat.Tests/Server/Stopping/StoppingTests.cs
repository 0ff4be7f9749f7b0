using ActorChat.Server.Lifecycle;

namespace ActorChat.Tests.Server.Stopping;

public class StoppingTests
{
    private const string Stopping = "El servidor se está deteniendo.";

    [Fact]
    public async Task Everybody_is_told_whatever_they_were_doing()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await using var unnamed = await WireClient.ConnectAsync(party.Server.Chat);
        await unnamed.ExpectAsync("Nickname: ");
        await using var typing = await WireClient.JoinAsync(party.Server.Chat, "carla");
        await typing.SendAsync("a medi");
        await party.ExpectEverywhereAsync("* carla se ha conectado");
        await using var confirming = await ConfirmingAsync(party.Server);

        var stopped = party.Server.StopAsync();
        foreach (var client in party.Members.Append(unnamed).Append(typing).Append(confirming))
        {
            Assert.Equal(Stopping + "\n", await client.ReadToEndAsync());
            await client.DisposeAsync();
        }

        await stopped;
        Assert.Empty(party.Server.Database.Messages());
        await party.Server.ExpectQuietAsync();
    }

    // One whom the server has taken in, which only an answer shows: who still stands in the kernel's queue when the port closes is reset.
    private static async Task<WireClient> ConfirmingAsync(TestServer server)
    {
        var client = await WireClient.ConnectAsync(server.Confirmation);
        await client.SendAsync(new byte[] { 0xFF, (byte)'\n' });
        await client.ReadLineAsync();
        return client;
    }

    [Fact]
    public async Task In_the_middle_of_traffic_everybody_is_told_and_everything_stored_is_seen_by_all()
    {
        var names = Enumerable.Range(0, 10).Select(number => $"u{number}").ToArray();
        await using var party = await Party.OfAsync(Lingering, names);
        var seen = names.ToDictionary(name => name, _ => new List<string>());
        var talking = party.Members.Select(TalkUntilClosedAsync).ToList();
        foreach (var member in party.Members)
            seen[member.Nickname].AddRange(await member.ReadLinesAsync(100));

        var stopped = party.Server.StopAsync(Patiently);
        await Task.WhenAll(party.Members.Select(member => ReadToEndAsync(member, seen[member.Nickname])));
        await Task.WhenAll(talking);
        await stopped;

        var stored = party.Server.Database.Messages().ConvertAll(message => (Author: message.Author!, Line: $"{message.Author}: {message.Content}"));
        foreach (var (name, lines) in seen)
        {
            Assert.Equal(Stopping, lines[^1]);
            Assert.Equal(stored.Where(message => message.Author != name).Select(message => message.Line), lines[..^1]);
        }

        await party.Server.ExpectQuietAsync();
    }

    [Fact]
    public async Task What_was_sent_before_the_stop_is_stored_and_answered()
    {
        using var store = new HeldStore(at: "espera");
        await using var party = await Party.OfAsync(store.In, "ana", "beto");
        await party["ana"].SendAsync("espera\nuno\ndos\n/username\n");
        await store.ReachedAsync();
        var stopped = party.Server.StopAsync(Patiently);
        store.LetGo();

        Assert.Equal($"Tu nickname es ana\n{Stopping}\n", await party["ana"].ReadToEndAsync());
        Assert.Equal($"ana: espera\nana: uno\nana: dos\n{Stopping}\n", await party["beto"].ReadToEndAsync());
        await party.DisconnectAsync();
        await stopped;
        Assert.Equal(["espera", "uno", "dos"], party.Server.Database.Messages().Select(message => message.Content));
    }

    [Fact]
    public async Task Nobody_waits_for_ever_for_what_a_held_up_database_keeps_back()
    {
        using var store = new HeldStore(at: "espera");
        await using var party = await Party.OfAsync(store.In, "ana", "beto");
        await party["ana"].SendLineAsync("espera");
        await store.ReachedAsync();
        var stopped = party.Server.StopAsync(new ServerCommand.Stop(TimeSpan.FromSeconds(20)) { Timeout = TimeSpan.FromMilliseconds(1) });
        Assert.Equal(Stopping + "\n", await party["beto"].ReadToEndAsync());
        store.LetGo();

        Assert.Equal(Stopping + "\n", await party["ana"].ReadToEndAsync());
        await party.DisconnectAsync();
        await stopped;
        Assert.Equal(["espera"], party.Server.Database.Messages().Select(message => message.Content));
    }

    [Fact]
    public async Task A_newcomer_is_told_during_the_stop_and_refused_after_it()
    {
        // Who does not close, or waits for an answer, keeps the stop waiting for the whole test. Both are known to be there.
        using var held = new HeldStore("espera");
        await using var party = await Party.OfAsync(settings => Lingering(held.In(settings)), "ana");
        await using var confirming = await WireClient.ConnectAsync(party.Server.Confirmation);
        await confirming.SendLineAsync("espera");
        await held.ReachedAsync();
        var stopped = party.Server.StopAsync();
        Assert.Equal(Stopping + "\n", await party["ana"].ReadToEndAsync());

        foreach (var port in new[] { party.Server.Chat, party.Server.Confirmation })
        {
            await using var newcomer = await WireClient.ConnectAsync(port);
            Assert.Equal(Stopping + "\n", await newcomer.ReadToEndAsync());
        }

        held.LetGo();
        Assert.StartsWith("Mensaje recibido: ", await confirming.ReadToEndAsync(), StringComparison.Ordinal);
        await confirming.DisposeAsync();
        await party.DisconnectAsync();
        await stopped;
        await Assert.ThrowsAsync<SocketException>(() => WireClient.ConnectAsync(party.Server.Chat));
        await Assert.ThrowsAsync<SocketException>(() => WireClient.ConnectAsync(party.Server.Confirmation));
    }

    [Fact]
    public async Task Who_neither_reads_nor_closes_does_not_keep_the_server_from_stopping()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party.Server.StopQuietlyAsync();

        Assert.Equal(Stopping + "\n", await party["ana"].ReadToEndAsync());
    }

    // However slow the machine, everybody hears what the others still have to say.
    private static ServerCommand.Stop Patiently => new(TimeSpan.FromSeconds(30)) { Timeout = TimeSpan.FromMinutes(5) };

    // However slow the machine, nobody is cut off while still reading.
    private static ServerActorSettings Lingering(ServerActorSettings settings) =>
        settings.WithConnections(connections => connections with { Linger = TimeSpan.FromMinutes(5) });

    private static async Task TalkUntilClosedAsync(WireClient client)
    {
        var block = string.Concat(Enumerable.Range(1, 100).Select(number => $"mensaje {number}\n"));
        try
        {
            while (true)
            {
                await client.SendAsync(block);
                await Task.Yield();
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // By its reader, which has seen the server's end.
        }
    }

    private static async Task ReadToEndAsync(WireClient client, List<string> lines)
    {
        while (await client.ReadLineAsync() is { } line)
            lines.Add(line);
        await client.DisposeAsync();
    }
}
