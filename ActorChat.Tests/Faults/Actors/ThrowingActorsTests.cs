using ActorChat.Tests.Stress;
using Xunit.Abstractions;

namespace ActorChat.Tests.Faults.Actors;

/// <summary>What comes of actors that throw.</summary>
public class ThrowingActorsTests(ITestOutputHelper output)
{
    private const string Full = "El servidor está lleno. Vuelve a intentarlo más tarde.";

    [Theory]
    [InlineData(7)]
    [InlineData(20250907)]
    public async Task Actors_of_every_kind_may_throw_under_load(int seed) =>
        output.WriteLine(await new ThrowingActors(seed).RunAsync(TimeSpan.FromSeconds(2)));

    [Fact]
    [Trait("Category", "Stress")]
    public async Task Actors_of_every_kind_may_throw_under_load_for_long() =>
        output.WriteLine($"Stress, throwing actors: {await new ThrowingActors(StressSettings.Seed).RunAsync(StressSettings.Total * 0.1)}");

    [Fact]
    public async Task A_chat_connection_that_throws_says_so_and_ends_alone()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await new ActorTormentor(party.Server).KillConnectionAsync(party["ana"].Local);
        Assert.EndsWith(TestServer.Texts.ConnectionFailed + "\n", await party["ana"].ReadToEndAsync(), StringComparison.Ordinal);
        await party.ExpectGoneAsync("ana");
        await party.JoinAsync("ana");
        await party.SayAsync("ana", "otra vez aquí", "beto");
    }

    [Fact]
    public async Task A_command_over_which_a_connection_throws_ends_it_alone()
    {
        var clock = new BrokenClock();
        await using var party = await Party.OfAsync(settings => settings.WithConnections(connections => connections with { Clock = clock }), "ana", "beto");
        clock.IsBroken = true;
        await party["ana"].SendLineAsync("/hora");
        Assert.EndsWith(TestServer.Texts.ConnectionFailed + "\n", await party["ana"].ReadToEndAsync(), StringComparison.Ordinal);
        clock.IsBroken = false;
        await party.ExpectGoneAsync("ana");
        await party["beto"].AskAsync("/username", "Tu nickname es beto");
    }

    [Fact]
    public async Task A_chunk_client_of_the_confirmation_port_is_told_of_the_failure_without_a_line_end()
    {
        using var store = new HeldStore(at: "hola");
        await using var server = await TestServer.StartAsync(store.In);
        await using var client = await WireClient.ConnectAsync(server.Confirmation);
        await client.SendAsync("hola");
        await store.ReachedAsync();
        await new ActorTormentor(server).KillConnectionAsync(client.Local);
        Assert.Equal(TestServer.Texts.ConnectionFailed, await client.ReadToEndAsync());
        store.LetGo();
    }

    [Fact]
    public async Task A_refusal_that_throws_frees_its_place_and_disturbs_nobody()
    {
        await using var party = await Party.OfAsync(
            settings => settings.WithConnectionLimits(limits => limits with { MaxConnections = 2 })
                .WithConnections(connections => connections with { Linger = TimeSpan.FromMinutes(5) }),
            "ana", "beto");
        var tormentor = new ActorTormentor(party.Server);
        for (var i = 0; i < 70; i++)
        {
            await using var refused = await WireClient.ConnectAsync(party.Server.Chat);
            await refused.ExpectLineAsync(Full);
            await tormentor.KillConnectionAsync(refused.Local);
        }

        await party.SayAsync("ana", "hola", "beto");
    }

    private sealed class BrokenClock : TimeProvider
    {
        private volatile bool _isBroken;

        public bool IsBroken
        {
            get => _isBroken;
            set => _isBroken = value;
        }

        public override DateTimeOffset GetUtcNow() => IsBroken ? throw new InjectedException("the clock") : base.GetUtcNow();
    }
}
