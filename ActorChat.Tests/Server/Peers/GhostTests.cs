using System.Collections.Concurrent;
using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Transport.Liveness;

namespace ActorChat.Tests.Server.Peers;

/// <summary>Somebody claims a nickname held from the same address. The probe is scripted here; a stress scenario has real ghosts.</summary>
public class GhostTests
{
    private const string Taken = "El nickname 'ana' ya está en uso. Elige otro.\nNickname: ";
    private const string Gone = "* ana se ha desconectado", Back = "* ana se ha conectado";

    private static readonly TimeSpan Ever = TimeSpan.FromHours(1);

    [Fact]
    public async Task Who_comes_back_gets_the_nickname_of_the_own_ghost()
    {
        var probe = new ScriptedProbe(PeerLiveness.Gone);
        await using var party = await Party.OfAsync(settings => settings.WithGhosts(() => probe, Ever), "ana", "beto");
        await using var again = await ComeAsync(party);

        await again.ExpectAsync("Bienvenido, ana. Usuarios conectados: 2.");
        Assert.Equal([Gone, Back], await party["beto"].ReadLinesAsync(2));
        await party["beto"].SendLineAsync("#ana hola");
        await again.ReadLineAsync();
        await again.ExpectLineAsync("[privado] beto: hola");
        Assert.Contains(await party.Server.LogAsync(), logged => logged.Message.ToString()!.Contains("nickname ana", StringComparison.Ordinal)
            && logged.Message.ToString()!.EndsWith(TestServer.Texts.EndedAsGhost, StringComparison.Ordinal));
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task A_holder_who_is_there_keeps_the_nickname_and_notices_nothing()
    {
        var probes = new ConcurrentQueue<ScriptedProbe>();
        await using var party = await Party.OfAsync(settings => settings.WithGhosts(() => New(probes, PeerLiveness.Present), Ever), "ana");
        await using var other = await ComeAsync(party);
        await other.ExpectAsync(Taken);
        await other.SendLineAsync("ana");
        await other.ExpectAsync(Taken);
        await other.SendLineAsync("beto");
        await other.ExpectAsync("Bienvenido, beto.");

        Assert.Equal(2, probes.Count);
        foreach (var probe in probes)
            await probe.Ended;
        await party.ExpectEverywhereAsync("* beto se ha conectado");
        await party["ana"].AskAsync("/username", "Tu nickname es ana");
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task A_holder_of_whom_nothing_can_be_found_out_has_the_benefit_of_the_doubt()
    {
        var probe = new ScriptedProbe();
        await using var party = await Party.OfAsync(settings => settings.WithGhosts(() => probe, TimeSpan.FromMilliseconds(1)), "ana");
        await using var other = await ComeAsync(party);

        await other.ExpectAsync(Taken);
        await probe.Ended;
        await party["ana"].AskAsync("/username", "Tu nickname es ana");
        await party.EndQuietlyAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_holder_who_leaves_meanwhile_leaves_the_nickname_to_who_waits_for_it(bool politely)
    {
        var probe = new ScriptedProbe();
        await using var party = await Party.OfAsync(settings => settings.WithGhosts(() => probe, Ever), "ana", "beto");
        await using var other = await ComeAsync(party);
        await probe.Begun;
        if (politely)
            await party["ana"].SendLineAsync("/salir");
        await party["ana"].DisposeAsync();

        await other.ExpectAsync("Bienvenido, ana.");
        Assert.Equal([Gone, Back], await party["beto"].ReadLinesAsync(2));
        await party.EndQuietlyAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_goes_away_instead_of_waiting_leaves_nothing_behind(bool ghost)
    {
        var probe = new ScriptedProbe();
        await using var party = await Party.OfAsync(settings => settings.WithGhosts(() => probe, Ever), "ana", "beto");
        await using (await ComeAsync(party))
            await probe.Begun;
        probe.Find(ghost ? PeerLiveness.Gone : PeerLiveness.Present);

        var expected = ghost ? "Usuarios conectados (1): beto" : "Usuarios conectados (2): ana, beto";
        string? line;
        do
        {
            await party["beto"].SendLineAsync("/listar");
            do
                line = await party["beto"].ReadLineAsync();
            while (line!.StartsWith('*'));
        }
        while (line != expected);
        if (!ghost)
            await probe.Ended;
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Of_two_who_come_for_one_ghost_one_gets_the_nickname()
    {
        var first = new ScriptedProbe();
        var probes = new ConcurrentQueue<ScriptedProbe>([first]);
        await using var party = await Party.OfAsync(
            settings => settings.WithGhosts(() => probes.TryDequeue(out var probe) ? probe : new ScriptedProbe(PeerLiveness.Present), Ever), "ana", "beto");
        await using var one = await ComeAsync(party);
        await using var two = await ComeAsync(party);
        await first.Begun;
        first.Find(PeerLiveness.Gone);

        var answers = new[] { await one.ReadLineAsync(), await two.ReadLineAsync() };
        Assert.Single(answers, answer => answer!.StartsWith("Bienvenido, ana.", StringComparison.Ordinal));
        Assert.Single(answers, Taken.Split('\n')[0]);
        Assert.Equal([Gone, Back], await party["beto"].ReadLinesAsync(2));
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Who_comes_from_another_address_is_told_at_once_that_the_nickname_is_taken()
    {
        var probe = new ScriptedProbe(PeerLiveness.Gone);
        await using var party = await Party.OfAsync(settings => settings.WithGhosts(() => probe, Ever), "ana");
        await using var other = await ComeAsync(party, IPAddress.Parse("127.0.0.2"));

        await other.ExpectAsync(Taken);
        Assert.False(probe.Begun.IsCompleted);
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Within_one_machine_there_are_no_ghosts()
    {
        var probe = new ScriptedProbe(PeerLiveness.Gone);
        await using var party = await Party.OfAsync(settings => settings with { Ghosts = new GhostSettings { Probe = _ => probe } }, "ana");
        await using var other = await ComeAsync(party);

        await other.ExpectAsync(Taken);
        Assert.False(probe.Begun.IsCompleted);
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Where_the_system_cannot_tell_the_nickname_is_taken()
    {
        await using var party = await Party.OfAsync(
            settings => settings with { Ghosts = new GhostSettings { Probe = _ => null, ArePossibleAt = _ => true } }, "ana");
        await using var other = await ComeAsync(party);

        await other.ExpectAsync(Taken);
        await party.EndQuietlyAsync();
    }

    // As everybody else who runs on this machine: by the real probe.
    [Fact]
    public async Task The_real_probe_finds_a_peer_that_is_there()
    {
        await using var party = await Party.OfAsync(settings => settings with { Ghosts = new GhostSettings { ArePossibleAt = _ => true } }, "ana");
        await using var other = await ComeAsync(party);

        await other.ExpectAsync(Taken);
        await party["ana"].AskAsync("/username", "Tu nickname es ana");
        await party.EndQuietlyAsync();
    }

    private static async Task<WireClient> ComeAsync(Party party, IPAddress? from = null)
    {
        // A holder reads its welcome before its connection knows that it is in, and until then counts as being there.
        await party["ana"].AskAsync("/username", "Tu nickname es ana");
        var client = await WireClient.ConnectAsync(party.Server.Chat, from: from);
        await client.ExpectAsync("Nickname: ");
        await client.SendLineAsync("ana");
        return client;
    }

    private static ScriptedProbe New(ConcurrentQueue<ScriptedProbe> probes, PeerLiveness sign)
    {
        var probe = new ScriptedProbe(sign);
        probes.Enqueue(probe);
        return probe;
    }
}
