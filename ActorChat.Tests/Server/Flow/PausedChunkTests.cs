namespace ActorChat.Tests.Server.Flow;

public class PausedChunkTests
{
    // A block of this size may be the first part of a bigger chunk, so its end is found by the pause behind it.
    private const int Block = 512;

    private static readonly string First = new('x', Block);
    private static readonly string Half = new('y', Block);

    [Fact]
    public async Task A_chunk_is_not_cut_in_two_by_a_pause_in_which_the_server_does_not_read()
    {
        using var store = new HeldStore(at: First);
        await using var party = await Party.OfAsync(
            settings => store.In(settings)
                .WithLimits(limits => limits with { MaxUnconfirmed = 1 })
                .WithConnections(connections => connections with { QuietPeriod = TimeSpan.FromMilliseconds(1) }),
            "ana");
        await using var beto = await WireClient.ConnectAsync(party.Server.Chat);
        await beto.SendAsync("beto");
        await beto.ExpectAsync("Nickname: Bienvenido, beto.");
        await beto.SendAsync(First);
        await store.ReachedAsync();

        // One read was under way when the first message went to the store; the other half has to wait for the store.
        await beto.SendAsync(Half);
        for (var i = 0; i < 100; i++)
        {
            await party["ana"].SendLineAsync("/username");
            while (await party["ana"].ReadLineAsync() != "Tu nickname es ana")
            {
            }
        }

        await beto.SendAsync("z");
        store.LetGo();
        await party["ana"].ExpectLineAsync("beto: " + First);
        await party["ana"].ExpectLineAsync($"beto: {Half}z");
        await beto.DisposeAsync();
        await party.EndQuietlyAsync();
    }
}
