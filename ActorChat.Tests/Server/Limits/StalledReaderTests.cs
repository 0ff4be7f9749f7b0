using ActorChat.Server.Lifecycle;
using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Server.Limits;

/// <summary>Who does not take what waits for him goes, and what waited is memory again. Ana talks, beto reads, lento (connection 3) does not.</summary>
public class StalledReaderTests
{
    private const string Gone = "* lento se ha desconectado";

    private static readonly string Padding = new('x', 900);

    private readonly MemoryMessageStore _store = new();

    // A round is smaller than what may wait: who reads it does not fall behind.
    [Fact]
    public async Task Who_lets_too_much_wait_is_cut_off_the_others_miss_nothing_and_what_it_reads_then_has_no_gap()
    {
        await using var party = await LimitedParty.OfAsync(
            settings => settings.WithMessages(_store).WithConnections(connections => connections with { MaxQueued = 64 * 1024 }), "ana", "beto");
        await using var slow = await party.JoinAsync("lento", receiveBuffer: 4096);
        var rounds = 0;
        while (!await TalkAsync(party, rounds++))
        {
        }

        await ExpectCutOffAsync(party, slow, Limit.MaxQueued, "lee demasiado despacio, le esperaban más de 65536 bytes");
        var said = Enumerable.Range(0, rounds).SelectMany(SaidIn).ToList();
        Assert.StartsWith(await slow.ReadToResetAsync(), string.Concat(said.Select(text => $"ana: {text}\n")), StringComparison.Ordinal);
        await party.EndQuietlyAsync();
        Assert.Equal(said, _store.Contents);
    }

    [Fact]
    public async Task Who_takes_nothing_for_too_long_is_cut_off_and_the_others_miss_nothing()
    {
        await using var party = await LimitedParty.OfAsync(settings => Patient(settings), "ana", "beto");
        await using var slow = await party.JoinAsync("lento", receiveBuffer: 4096);
        var round = 0;

        // However long the kernel goes on taking something: in the end it takes nothing, and half a minute passes.
        while (!await TalkAsync(party, round++))
            party.Pass(5);

        await ExpectCutOffAsync(party, slow, Limit.StallTimeout, @"no lee, llevaba 3\d s sin avanzar$");
        await slow.ReadToResetAsync();
        Assert.Equal(0, party.Hits[Limit.MaxQueued]);
        await party["ana"].SendLineAsync("/listar");
        Assert.Contains("Usuarios conectados (2): ana, beto", await party["ana"].ReadAllSoFarAsync());
    }

    [Fact]
    public async Task Who_reads_stays_however_much_he_gets()
    {
        await using var party = await LimitedParty.OfAsync(settings => Patient(settings), "ana", "beto");
        for (var round = 0; round < 20; round++)
        {
            Assert.False(await TalkAsync(party, round));
            party.Pass(29);
            await party.SettleAsync(2);
        }

        Assert.Equal(0, party.Hits[Limit.StallTimeout]);
        await party.EndQuietlyAsync();
    }

    // Ana talks, and both hear of it before it goes on. Gives whether the slow one has gone.
    private static async Task<bool> TalkAsync(LimitedParty party, int round)
    {
        var said = SaidIn(round).ToList();
        await party["ana"].SendAsync(string.Concat(said.Select(text => text + "\n")));
        var heard = await party["ana"].ReadAllSoFarAsync();
        var seen = await party["beto"].ReadAllSoFarAsync();
        Assert.Equal(said.Select(text => "ana: " + text), seen.Where(line => line != Gone));
        return seen.Contains(Gone) || heard.Contains(Gone);
    }

    private static async Task ExpectCutOffAsync(LimitedParty party, WireClient slow, Limit limit, string why)
    {
        await party.Hits.WaitForAsync(limit, 1);
        await party.SettleListenerAsync();
        Assert.Equal(1, party.Hits[limit]);
        Assert.Matches($@"^Se corta la conexión de {slow.Local} \(nickname lento\): {why}", Assert.Single(await party.LoggedAsync(limit, "Se corta la conexión")));
    }

    private static IEnumerable<string> SaidIn(int round) => Enumerable.Range(0, 50).Select(number => $"{round}.{number} {Padding}");

    private ServerActorSettings Patient(ServerActorSettings settings) => settings.WithMessages(_store) with
    {
        ChatConnections = settings.ChatConnections with { MaxQueued = 1 << 30, ClientLimits = new ClientLimits { StallTimeout = TimeSpan.FromSeconds(30) } },
    };
}
