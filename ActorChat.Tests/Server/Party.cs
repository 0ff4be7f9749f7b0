using ActorChat.Server.Lifecycle;

namespace ActorChat.Tests.Server;

/// <summary>A server with some users in its room, each of whom has been told of those who came after.</summary>
internal sealed class Party : IAsyncDisposable
{
    private readonly Dictionary<string, WireClient> _members = [];

    private Party(TestServer server) => Server = server;

    public TestServer Server { get; }

    public WireClient this[string nickname] => _members[nickname];

    public IReadOnlyCollection<WireClient> Members => _members.Values;

    public static Task<Party> OfAsync(params string[] nicknames) => OfAsync(settings => settings, nicknames);

    public static async Task<Party> OfAsync(Func<ServerActorSettings, ServerActorSettings> change, params string[] nicknames) =>
        await AtAsync(await TestServer.StartAsync(change), nicknames);

    /// <summary>A party at a server that is there already, which it stops in the end.</summary>
    public static async Task<Party> AtAsync(TestServer server, params string[] nicknames)
    {
        var party = new Party(server);
        foreach (var nickname in nicknames)
            await party.JoinAsync(nickname);
        return party;
    }

    public async Task<WireClient> JoinAsync(string nickname, int receiveBuffer = 0)
    {
        var client = await WireClient.JoinAsync(Server.Chat, nickname, receiveBuffer);
        await ExpectEverywhereAsync($"* {nickname} se ha conectado");
        _members.Add(nickname, client);
        return client;
    }

    /// <summary>Somebody whom the test has made leave: the others hear of it, and the nickname is free.</summary>
    public async Task ExpectGoneAsync(string nickname)
    {
        await using var gone = _members[nickname];
        _members.Remove(nickname);
        await ExpectEverywhereAsync($"* {nickname} se ha desconectado");
        if (_members.Count == 0)
            await gone.ReadToEndAsync();
    }

    /// <summary>The next line of every member.</summary>
    public async Task ExpectEverywhereAsync(string line)
    {
        foreach (var member in _members.Values)
            await member.ExpectLineAsync(line);
    }

    /// <summary>One says something, and another one reads it next.</summary>
    public async Task SayAsync(string speaker, string text, string listener)
    {
        await this[speaker].SendLineAsync(text);
        await this[listener].ExpectLineAsync($"{speaker}: {text}");
    }

    /// <summary>All go and the node stops; nothing of what has happened was an error to it.</summary>
    public async Task EndQuietlyAsync()
    {
        await DisconnectAsync();
        await Server.StopQuietlyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await DisconnectAsync();
        await Server.DisposeAsync();
    }

    /// <summary>All go without a word.</summary>
    public async Task DisconnectAsync()
    {
        foreach (var member in _members.Values)
            await member.DisposeAsync();
    }
}
