using ActorChat.Server.Diagnostics;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;
using Akka.Actor;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Faults.Answers;

/// <summary>Some users at a server that loses an answer. Its time passes only when the test says so.</summary>
internal sealed class LossyParty : IAsyncDisposable
{
    /// <summary>A message that the store refuses.</summary>
    public const string Bad = "malo";

    /// <summary>A message of which the store does not know whether it is stored.</summary>
    public const string Doubtful = "quizás";

    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ReportLimit = TimeSpan.FromMilliseconds(200);

    private readonly Party _party;
    private readonly Losses _losses;
    private readonly FakeTimeProvider _clock;

    private LossyParty(Party party, Losses losses, FakeTimeProvider clock) => (_party, _losses, _clock) = (party, losses, clock);

    public TestServer Server => _party.Server;

    public WireClient this[string nickname] => _party[nickname];

    private static Texts Texts => TestServer.Texts;

    public static Task<LossyParty> OfAsync(params string[] nicknames) => OfAsync(settings => settings, nicknames);

    public static async Task<LossyParty> OfAsync(Func<ServerActorSettings, ServerActorSettings> change, params string[] nicknames)
    {
        var system = $"lossy-{Guid.NewGuid():N}";
        var clock = new FakeTimeProvider();
        var server = await TestServer.StartAsync(settings => WithTimeout(change(settings).WithClock(clock)), LossyMailbox.Hocon, system);
        return new LossyParty(await Party.AtAsync(server, nicknames), Losses.Of(system), clock);
    }

    public Task<WireClient> JoinAsync(string nickname) => _party.JoinAsync(nickname);

    /// <summary>Somebody connects, and is asked for a nickname.</summary>
    public async Task<WireClient> ComeAsync()
    {
        var client = await WireClient.ConnectAsync(Server.Chat);
        await client.ExpectAsync(Texts.NicknamePrompt);
        return client;
    }

    /// <summary>Has something done whose first answer of this type is lost, and lets the time pass that it may take.</summary>
    public async Task LoseAsync(Type answer, Func<Task> act)
    {
        // A member reads that it is in before its connection is told so: that answer must not be the one that is lost.
        await SettleAsync();
        var lost = _losses.LoseNext(answer);
        await act();
        var receiver = await lost.WaitAsync(TestTimeout.Limit);

        // What it was just doing has set its timer.
        await receiver.Ask<ActorIdentity>(new Identify(null), TestTimeout.Limit);
        await PassAsync();
    }

    /// <summary>Lets the time pass that an answer may take.</summary>
    public async Task PassAsync()
    {
        await SettleAsync();
        _clock.Advance(AnswerTimeout);
    }

    /// <summary>All leave: each nickname is free and the room empty for who comes next. Then the server stops without waiting.</summary>
    public async Task ExpectNothingLeftAsync(params string[] nicknames)
    {
        foreach (var nickname in nicknames)
            await LeaveAsync(nickname, this[nickname]);
        await ExpectNoConnectionAsync();
        foreach (var nickname in nicknames)
            await LeaveAsync(nickname, await ComeAsAsync(nickname));
        await using var last = await ComeAsAsync("carla");
        var stop = Server.StopAsync();
        Assert.Equal(Texts.ServerStopping + "\n", await last.ReadToEndAsync());
        await last.DisposeAsync();
        await stop;
        Assert.DoesNotContain(await Server.LogAsync(), logged => logged.Cause is not null);
    }

    public ValueTask DisposeAsync() => _party.DisposeAsync();

    // Waits until these have done what they were told.
    private async Task SettleAsync()
    {
        foreach (var path in (string[])["rooms", "chat-listener/conn-1", "rooms/local-room-general", "rooms/room-general"])
            await Server.System.ActorSelection($"/user/node/{path}").Ask<ActorIdentity>(new Identify(null), TestTimeout.Limit);
    }

    private static ServerActorSettings WithTimeout(ServerActorSettings settings) =>
        (settings with { Room = settings.Room with { AnswerTimeout = AnswerTimeout } })
            .WithConnections(connections => connections with { AnswerTimeout = AnswerTimeout })
            .WithFailures(message => message.Content switch
            {
                Bad => new WriteException(WriteError.Full, "injected"),
                Doubtful => new WriteException(WriteError.InputOutput, "injected"),
                _ => null,
            });

    private static async Task LeaveAsync(string nickname, WireClient client)
    {
        await client.SendLineAsync("/salir");
        Assert.EndsWith(Texts.Goodbye(nickname) + "\n", await client.ReadToEndAsync(), StringComparison.Ordinal);
        await client.DisposeAsync();
    }

    private async Task<WireClient> ComeAsAsync(string nickname)
    {
        var client = await ComeAsync();
        await client.AskAsync(nickname, Texts.Welcome(nickname, 1));
        return client;
    }

    // Their actors end when the clients have closed too.
    private async Task ExpectNoConnectionAsync()
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        ConnectionsSnapshot seen;
        do
        {
            var aggregator = Server.System.ActorOf(ConnectionsAggregator.PropsFor(Server.Actor, ReportLimit));
            seen = await aggregator.Ask<ConnectionsSnapshot>(new ConnectionsAggregator.Collect(), limit.Token);
        }
        while (seen.Connections.Count + seen.Silent > 0);
    }
}
