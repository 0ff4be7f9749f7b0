using ActorChat.Server.Diagnostics;
using Akka.Actor;

namespace ActorChat.Tests.Faults.Actors;

/// <summary>Makes actors of a node throw: <see cref="Kill"/> throws in whoever is told it, between two messages.</summary>
internal sealed class ActorTormentor(TestServer server)
{
    // A connection that ends just when it is asked never answers: the others are not kept waiting for it.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMilliseconds(200);

    private static readonly string Failed = TestServer.Texts.ConnectionFailed + "\n";

    /// <summary>The parts of which there is one each, as their paths.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    [
        "/user/node/rooms", "/user/node/rooms/room-general", "/user/node/rooms/local-room-general", "/user/node/nicknames", "/user/node/chat-listener", "/user/node/confirmation-listener", "/user/node/persistence",
        "/user/node/persistence/users", "/user/node/persistence/users/writer", "/user/node/persistence/reader", "/user/node/search", "/user/node/search/worker", "/user/node/history",
        "/user/node/accounts", "/user/node/persistence/accounts",
    ];

    /// <summary>The nicknames of those who were cut off.</summary>
    public List<string> Victims { get; } = [];

    /// <summary>Makes a part throw, and waits until it goes on: Akka may forget a connection that fails while its listener does.</summary>
    public async Task KillPartAsync(string path)
    {
        server.System.ActorSelection(path).Tell(Kill.Instance);
        await server.System.ActorSelection(path).Ask<ActorIdentity>(new Identify(path), TestTimeout.Limit);
    }

    // One after the other: an actor that answers has made its children, which stand below it in the list.
    public async Task<IActorRef[]> PartsAsync()
    {
        var parts = new List<IActorRef>();
        foreach (var path in Parts)
            parts.Add((await server.System.ActorSelection(path).Ask<ActorIdentity>(new Identify(path), TestTimeout.Limit)).Subject!);
        return [.. parts];
    }

    /// <summary>Somebody joins, and the connection throws: it gets the reason, perhaps with lines of others that were under way, and ends.</summary>
    public async Task KillChatConnectionAsync()
    {
        var nickname = $"victima{Victims.Count}";
        await using var victim = await WireClient.JoinAsync(server.Chat, nickname);
        Victims.Add(nickname);
        await KillConnectionAsync(victim.Local);
        Assert.Contains("\n" + Failed, "\n" + await victim.ReadToEndAsync(), StringComparison.Ordinal);
    }

    /// <summary>Somebody connects to the confirmation port, and the connection throws: the same.</summary>
    public async Task KillConfirmationConnectionAsync()
    {
        await using var victim = await WireClient.ConnectAsync(server.Confirmation);
        await KillConnectionAsync(victim.Local);
        Assert.Equal(Failed, await victim.ReadToEndAsync());
    }

    /// <summary>Makes the connection of this client throw. The server may not have seen it yet.</summary>
    public async Task KillConnectionAsync(EndPoint client)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            var gatherer = server.System.ActorOf(ConnectionsAggregator.PropsFor(server.Actor, AnswerLimit));
            var seen = await gatherer.Ask<ConnectionsSnapshot>(new ConnectionsAggregator.Collect(), TestTimeout.Limit);
            if (seen.Connections.FirstOrDefault(connection => connection.Peer == client.ToString()) is not { } found)
                continue;
            server.System.ActorSelection($"/user/node/{found.Listener}/{found.Name}").Tell(Kill.Instance);
            return;
        }
    }
}
