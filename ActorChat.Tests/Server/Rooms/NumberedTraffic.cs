using ActorChat.Server.Lifecycle;
using Akka.Actor;

namespace ActorChat.Tests.Server.Rooms;

/// <summary>
/// Numbered clients who come, go, speak, are cut off and come back at random, without waiting for answers. The server stops in between.
/// What each has seen and then fetched is, of every room that it knows, what the table has.
/// </summary>
internal sealed class NumberedTraffic(int seed)
{
    private const int Users = 5;
    private const int Lives = 3;
    private const int Commands = 40;

    private static readonly string[] Rooms = ["general", "juegos", "Cine", "ñandú"];

    private readonly User[] _users = [.. Enumerable.Range(0, Users).Select(i => new User($"u{i}", new Random(seed + i)))];

    /// <summary>Whether the server may be killed meanwhile.</summary>
    public bool MayServerGo { get; set; }

    /// <summary>Runs a server twice.</summary>
    /// <param name="storage">Its database.</param>
    /// <param name="meanwhile">What happens meanwhile, again and again.</param>
    public async Task RunAsync(Func<ServerActorSettings, ServerActorSettings> storage, Func<TestServer, Task>? meanwhile = null)
    {
        for (var run = 0; run < 2; run++)
        {
            await using var server = await TestServer.StartAsync(storage);
            var living = LiveAsync(server.Chat);
            while (meanwhile is not null && !living.IsCompleted)
                await meanwhile(server);
            await living;
            await CatchUpAsync(server.Chat);
            await server.StopAsync();
            Assert.DoesNotContain(await server.LogAsync(), logged => logged.Cause is not (null or ActorKilledException));
        }
    }

    /// <summary>All come several times, do things at random, and leave or are cut off; until the server ends.</summary>
    public Task LiveAsync(IPEndPoint chat) => Task.WhenAll(_users.Select(async user =>
    {
        try
        {
            await user.LiveAsync(chat);
        }
        catch (Exception gone) when (MayServerGo && gone is SocketException or EndOfStreamException)
        {
            // Has kept what it has read.
        }
    }));

    /// <summary>All fetch what they have missed. Who gets its nickname again has nothing more on its way to the table.</summary>
    public async Task CatchUpAsync(IPEndPoint chat)
    {
        var back = await Task.WhenAll(_users.Select(user => user.ComeAsync(chat)));
        await Task.WhenAll(_users.Select((user, i) => user.CatchUpAsync(back[i])));
    }

    /// <param name="rows">The room, the number and the text of every message, in the order of rooms and numbers.</param>
    public void AssertKnown(IEnumerable<string[]> rows)
    {
        var table = rows.ToLookup(row => row[0], row => (Number: long.Parse(row[1], CultureInfo.InvariantCulture), Text: row[2]));
        Assert.All(table, room => Assert.Equal(Enumerable.Range(1, room.Count()).Select(i => (long)i), room.Select(message => message.Number)));
        Assert.All(_users, user => Assert.All(user.Known, room => Assert.Equal(
            table[room.Key.ToLowerInvariant()].Where(message => message.Number >= room.Value[0].Number), room.Value)));
    }

    /// <summary>A user, with what it has read of each room from the first message on.</summary>
    private sealed class User(string nickname, Random random)
    {
        private int _said;

        public Dictionary<string, List<(long Number, string Text)>> Known { get; } = [];

        public async Task LiveAsync(IPEndPoint chat)
        {
            for (var life = 0; life < Lives; life++)
            {
                await using var client = await ComeAsync(chat);
                await client.SendAsync(Script());
                var isCutOff = random.Next(2) == 0;
                await client.SendLineAsync("/salir");
                await ReadAsync(client, isCutOff ? random.Next(30) : int.MaxValue);
                if (isCutOff)
                    client.Reset();
            }
        }

        /// <summary>Connects as often as it takes until the server has noticed the end of the connection before.</summary>
        public async Task<WireClient> ComeAsync(IPEndPoint chat)
        {
            using var limit = new CancellationTokenSource(TestTimeout.Limit);
            while (true)
            {
                limit.Token.ThrowIfCancellationRequested();
                var client = await WireClient.ConnectAsync(chat);
                await client.SendAsync($"/cliente numeros\n{nickname}\n");
                Assert.Equal("Nickname: * numeros", await client.ReadLineAsync() ?? throw new EndOfStreamException());
                if (ServerLineParser.Parse(await client.ReadLineAsync() ?? "") is ServerLine.Welcome)
                    return client;
                await client.DisposeAsync();
            }
        }

        /// <summary>Enters every room that it knows, and asks for what it has missed.</summary>
        public async Task CatchUpAsync(WireClient client)
        {
            await using var _ = client;
            foreach (var room in Known.Keys.ToArray())
            {
                await client.SendLineAsync($"/entrar {room}");
                var end = new ServerLine.HistoryEnd("", 0, 0, HasMore: true);
                while (end.HasMore)
                {
                    await client.SendLineAsync($"/historial tras {Known[room][^1].Number} {room}");
                    end = await ReadPageAsync(client);
                }
            }
        }

        private async Task<ServerLine.HistoryEnd> ReadPageAsync(WireClient client)
        {
            while (true)
            {
                switch (ServerLineParser.Parse(await client.ReadLineAsync() ?? throw new EndOfStreamException()))
                {
                    case ServerLine.HistoryEnd end:
                        return end;
                    case ServerLine.Public said:
                        Keep(said);
                        break;
                    default:
                        break;
                }
            }
        }

        private string Script()
        {
            var script = new StringBuilder();
            for (var i = 0; i < Commands; i++)
            {
                var room = Rooms[random.Next(Rooms.Length)];
                script.Append(random.Next(8) switch
                {
                    0 => $"/entrar {room}\n",
                    1 => $"/dejar {room}\n",
                    2 => $"@{room} {nickname}-{_said++}\n",
                    _ => $"{nickname}-{_said++}\n",
                });
            }

            return script.ToString();
        }

        // From entering a room to leaving it there is no gap and nothing twice, the past that comes first included.
        private async Task ReadAsync(WireClient client, int lines)
        {
            var seen = new Dictionary<string, long>();
            while (lines-- > 0 && await client.ReadLineAsync() is { } line)
            {
                if (ServerLineParser.Parse(line) is ServerLine.Public said)
                {
                    Assert.Equal(seen.TryGetValue(said.Room, out var last) ? last + 1 : said.Number, said.Number);
                    seen[said.Room] = said.Number;
                    Keep(said);
                }
                else if (line.StartsWith("Has salido de la sala ", StringComparison.Ordinal))
                {
                    seen.Remove(line.Split(' ', '.')[5]);
                }
            }
        }

        // What comes behind a gap is fetched later.
        private void Keep(ServerLine.Public said)
        {
            if (!Known.TryGetValue(said.Room, out var known))
                Known.Add(said.Room, [(said.Number, said.Said)]);
            else if (said.Number == known[^1].Number + 1)
                known.Add((said.Number, said.Said));
        }
    }
}
