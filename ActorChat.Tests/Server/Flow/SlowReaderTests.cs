using ActorChat.Server.Lifecycle;

namespace ActorChat.Tests.Server.Flow;

public class SlowReaderTests
{
    private const string Gone = "* lento se ha desconectado";

    private static readonly string Padding = new('x', 900);

    [Fact]
    public async Task Who_never_reads_is_disconnected_and_the_others_miss_nothing()
    {
        var store = new MemoryMessageStore();
        await using var party = await Party.OfAsync(settings => Narrow(settings, store), "ana", "beto");
        await using var slow = await party.JoinAsync("lento", receiveBuffer: 4096);
        var rounds = await TalkUntilGoneAsync(party);

        await party["ana"].SendLineAsync("/listar");
        await party["ana"].ExpectLineAsync("Usuarios conectados (2): ana, beto");
        await party.EndQuietlyAsync();
        Assert.Equal(Said(rounds), store.Contents);
    }

    [Fact]
    public async Task Who_reads_again_finds_no_gap_up_to_the_end()
    {
        var store = new MemoryMessageStore();
        await using var party = await Party.OfAsync(settings => Narrow(settings, store), "ana", "beto");
        await using var slow = await party.JoinAsync("lento", receiveBuffer: 4096);
        var rounds = await TalkUntilGoneAsync(party);

        var seen = await slow.ReadToResetAsync();
        Assert.StartsWith(seen, string.Concat(Said(rounds).Select(text => $"ana: {text}\n")), StringComparison.Ordinal);
    }

    // Ana talks in rounds, beto reads them, until both have heard that the slow reader has gone. A round is smaller than what may
    // wait: who reads it does not fall behind.
    private static async Task<int> TalkUntilGoneAsync(Party party)
    {
        for (var round = 0; ; round++)
        {
            await party["ana"].SendAsync(string.Concat(SaidIn(round).Select(text => text + "\n")));
            var heard = await party["ana"].ReadAllSoFarAsync();
            var seen = await party["beto"].ReadAllSoFarAsync();
            Assert.Equal(SaidIn(round).Select(text => "ana: " + text), seen.Where(line => line != Gone));
            if (!seen.Contains(Gone))
                continue;
            if (!heard.Contains(Gone))
                await party["ana"].ExpectLineAsync(Gone);
            return round + 1;
        }
    }

    private static IEnumerable<string> SaidIn(int round) => Enumerable.Range(0, 50).Select(number => $"{round}.{number} {Padding}");

    private static IEnumerable<string> Said(int rounds) => Enumerable.Range(0, rounds).SelectMany(SaidIn);

    private static ServerActorSettings Narrow(ServerActorSettings settings, MemoryMessageStore store) =>
        settings.WithMessages(store).WithConnections(connections => connections with { MaxQueued = 64 * 1024 });
}
