using ActorChat.Server.Lifecycle;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Listening;
using Akka.Actor;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Server.Limits;

/// <summary>Some users at a server with limits, whose timers wait for the test. (What waits for the database or a socket does not.)</summary>
internal sealed class LimitedParty : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly Party _party;
    private readonly FakeTimeProvider _clock;

    private LimitedParty(Party party, LimitHits hits, FakeTimeProvider clock)
    {
        _party = party;
        _clock = clock;
        Hits = hits;
    }

    public TestServer Server => _party.Server;

    public LimitHits Hits { get; }

    public WireClient this[string nickname] => _party[nickname];

    public static async Task<LimitedParty> OfAsync(Func<ServerActorSettings, ServerActorSettings> change, params string[] nicknames)
    {
        var system = $"limited-{Guid.NewGuid():N}";
        var hits = new LimitHits(system);
        var clock = new FakeTimeProvider();
        var server = await TestServer.StartAsync(settings => change(settings).WithClock(clock), hocon: "akka.io.tcp.register-timeout = 60s", system);
        var party = new LimitedParty(await Party.AtAsync(server, nicknames), hits, clock);
        for (var i = 1; i <= nicknames.Length; i++)
            await party.SettleJoinAsync(i);
        return party;
    }

    /// <summary>The same, of chat connections with these rules.</summary>
    public static Task<LimitedParty> OfAsync(ClientLimits rules, params string[] nicknames) =>
        OfAsync(settings => settings with { ChatConnections = settings.ChatConnections with { ClientLimits = rules } }, nicknames);

    public Task<WireClient> JoinAsync(string nickname, int receiveBuffer = 0) => _party.JoinAsync(nickname, receiveBuffer);

    /// <summary>Lets time pass for the server.</summary>
    public void Pass(double seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Waits until a connection knows what its client has read already: that it is in.</summary>
    private async Task SettleJoinAsync(int connection)
    {
        await Server.System.ActorSelection("/user/node/rooms/local-room-general").Ask<ActorIdentity>(new Identify(null), Timeout, CancellationToken.None);
        await SettleAsync(connection);
    }

    /// <summary>Waits until the chat connection of this number, from 1, has dealt with all that it was told so far.</summary>
    public Task<ConnectionReport> SettleAsync(int connection) => Server.System.ActorSelection($"/user/node/chat-listener/conn-{connection}")
        .Ask<ConnectionReport>(to => new ConnectionCommand.Describe(to), Timeout, CancellationToken.None);

    /// <summary>Waits until the listener of the chat port has dealt with all that it was told so far.</summary>
    public Task SettleListenerAsync() => Server.System.ActorSelection("/user/node/chat-listener")
        .Ask<ListenerEvent.Describing>(to => new ListenerCommand.Describe(to), Timeout, CancellationToken.None);

    /// <summary>Has everything that was waiting to be dealt with in so many steps of time, each seen to the end.</summary>
    public async Task PassInStepsAsync(int steps, double seconds, int connection)
    {
        for (var i = 0; i < steps; i++)
        {
            Pass(seconds);
            await SettleAsync(connection);
        }
    }

    /// <summary>The lines of the log that tell of a limit.</summary>
    public async Task<IEnumerable<string>> LoggedAsync(Limit limit, string about) => (await Server.LogAsync())
        .Where(logged => logged.LogLevel() == limit.Level() && logged.LogSource.Contains("-listener", StringComparison.Ordinal))
        .Select(logged => logged.Message.ToString()!)
        .Where(line => line.Contains(about, StringComparison.Ordinal));

    /// <summary>Waits until a limit has been met so often, and no more often, which the log tells in one line.</summary>
    public async Task ExpectHitsAsync(Limit limit, int count = 1)
    {
        await Hits.WaitForAsync(limit, count);
        await SettleListenerAsync();
        Assert.Equal(count, Hits[limit]);
        Assert.Single(await LoggedAsync(limit, $"Límite {limit.Key()} alcanzado por 127.0.0."));
    }

    public Task EndQuietlyAsync() => _party.EndQuietlyAsync();

    public async ValueTask DisposeAsync()
    {
        await _party.DisposeAsync();
        Hits.Dispose();
    }
}
