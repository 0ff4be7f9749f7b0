using ActorChat.Server.Lifecycle;

namespace ActorChat.Tests.Server.Flow;

public class FullServerTests
{
    private const string Full = "El servidor está lleno. Vuelve a intentarlo más tarde.\n";

    [Fact]
    public async Task The_ports_are_counted_apart()
    {
        await using var party = await Party.OfAsync(settings => ForTwo(settings), "ana", "beto");
        Assert.StartsWith("Mensaje recibido: ", await WireClient.ConfirmAsync(party.Server.Confirmation, "hola"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_room_again_when_one_has_left_however_many_were_refused()
    {
        // Long: those that were refused and do not close stay for the whole test.
        await using var party = await Party.OfAsync(settings => ForTwo(settings, linger: TimeSpan.FromMinutes(5)), "ana", "beto");
        var refused = new List<WireClient>();
        for (var i = 0; i < 10; i++)
        {
            refused.Add(await WireClient.ConnectAsync(party.Server.Chat));
            Assert.Equal(Full, await refused[^1].ReadToEndAsync());
        }

        await party["beto"].SendLineAsync("/salir");
        await party.ExpectGoneAsync("beto");
        await WaitForRoomAsync(party.Server.Chat);
        foreach (var client in refused)
            await client.DisposeAsync();
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task More_refusals_than_can_be_worded_are_cut_off_and_disturb_nobody()
    {
        await using var party = await Party.OfAsync(settings => ForTwo(settings, linger: TimeSpan.FromMinutes(5)), "ana", "beto");
        var stay = new TaskCompletionSource();
        var refused = Enumerable.Range(0, 100).Select(_ => ReadOrResetAsync(party.Server.Chat, stay.Task)).ToList();
        var open = refused.ToList();
        while (open.Count > 64)
            open.Remove(await Task.WhenAny(open).WaitAsync(TimeSpan.FromSeconds(60)));

        stay.SetResult();
        var answers = await Task.WhenAll(refused);
        Assert.Equal(64, answers.Count(answer => answer == Full));
        Assert.Equal(36, answers.Count(answer => answer is null));
        await party.EndQuietlyAsync();
    }

    // The place of one who has left is free a moment after the others have heard of it.
    private static async Task WaitForRoomAsync(IPEndPoint chat)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            if (await ReadOrResetAsync(chat, Task.CompletedTask) == "Nickname: ")
                return;
        }
    }

    // Null for a connection that was cut off; the others stay as long as they are told to.
    private static async Task<string?> ReadOrResetAsync(IPEndPoint chat, Task stay)
    {
        try
        {
            await using var client = await WireClient.ConnectAsync(chat);
            var first = await client.ReadTextAsync();
            await stay;
            return first;
        }
        catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
        {
            return null;
        }
    }

    private static ServerActorSettings ForTwo(ServerActorSettings settings, TimeSpan? linger = null) => settings
        .WithConnectionLimits(limits => limits with { MaxConnections = 2 })
        .WithConnections(connections => connections with { Linger = linger ?? connections.Linger });
}
