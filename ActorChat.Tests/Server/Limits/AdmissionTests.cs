using ActorChat.Server.Lifecycle;
using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Server.Limits;

/// <summary>Who comes in, and when.</summary>
public class AdmissionTests
{
    private const string FromHere = "Hay demasiadas conexiones desde tu dirección. Cierra alguna o vuelve a intentarlo más tarde.\n";
    private const string AtOnce = "El servidor recibe demasiadas conexiones a la vez. Vuelve a intentarlo en unos segundos.\n";
    private const string Stopping = "El servidor se está deteniendo.\n";

    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.2");

    [Fact]
    public async Task One_too_many_of_an_address_is_told_so_and_others_still_come_in()
    {
        await using var party = await LimitedParty.OfAsync(TwoOfAnAddress, "ana", "beto");
        await using var third = await WireClient.ConnectAsync(party.Server.Chat);
        Assert.Equal(FromHere, await third.ReadToEndAsync());

        await using var other = await WireClient.ConnectAsync(party.Server.Chat, from: Elsewhere);
        await other.ExpectAsync("Nickname: ");
        Assert.StartsWith("Mensaje recibido: ", await WireClient.ConfirmAsync(party.Server.Confirmation, "hola"), StringComparison.Ordinal);
        await party.ExpectHitsAsync(Limit.MaxConnectionsPerAddress);
    }

    [Fact]
    public async Task There_is_room_for_an_address_again_when_one_of_it_has_left()
    {
        await using var party = await LimitedParty.OfAsync(TwoOfAnAddress, "ana", "beto");
        await party["beto"].SendLineAsync("/salir");
        await party["beto"].ReadToEndAsync();
        await party["beto"].DisposeAsync();
        await party["ana"].ExpectLineAsync("* beto se ha desconectado");

        // The place is free a moment after the others have heard of it.
        string first;
        do
        {
            await using var next = await WireClient.ConnectAsync(party.Server.Chat);
            first = await next.ReadTextAsync();
        }
        while (first == FromHere);
        Assert.Equal("Nickname: ", first);
    }

    [Fact]
    public async Task Whoever_comes_faster_than_that_waits_and_comes_in_in_order_and_more_than_can_wait_are_told_so()
    {
        await using var party = await LimitedParty.OfAsync(settings => PerSecond(settings, 2));
        var guests = await GuestsAsync(party, 2);
        await guests[0].ExpectAsync("Nickname: ");
        await guests[1].ExpectAsync("Nickname: ");
        for (var waiting = 1; waiting <= 10; waiting++)
        {
            guests.AddRange(await GuestsAsync(party, 1));
            await party.Hits.WaitForAsync(Limit.AcceptsPerSecond, waiting);
        }

        await using (var tooMany = await WireClient.ConnectAsync(party.Server.Chat))
            Assert.Equal(AtOnce, await tooMany.ReadToEndAsync());
        foreach (var guest in guests.Skip(2))
        {
            party.Pass(0.5);
            await guest.ExpectAsync("Nickname: ");
            await party.SettleListenerAsync();
        }

        await party.ExpectHitsAsync(Limit.AcceptsPerSecond, 11);
        foreach (var guest in guests)
            await guest.DisposeAsync();
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Those_who_wait_when_the_server_stops_are_told_so_however_many()
    {
        await using var party = await LimitedParty.OfAsync(settings => PerSecond(settings, 20));
        var guests = await GuestsAsync(party, 20 + 80);
        await party.Hits.WaitForAsync(Limit.AcceptsPerSecond, 80);
        var stopped = party.Server.StopAsync();
        foreach (var guest in guests)
        {
            Assert.EndsWith(Stopping, await guest.ReadToEndAsync(), StringComparison.Ordinal);
            await guest.DisposeAsync();
        }

        await stopped;
        await party.Server.ExpectQuietAsync();
    }

    [Fact]
    public async Task Those_who_wait_and_leave_disturb_nobody()
    {
        await using var party = await LimitedParty.OfAsync(settings => PerSecond(settings, 2));
        var guests = await GuestsAsync(party, 2 + 9);
        await party.Hits.WaitForAsync(Limit.AcceptsPerSecond, 9);
        foreach (var guest in guests)
        {
            if (guests.IndexOf(guest) % 2 == 0)
                guest.Reset();
            else
                await guest.DisposeAsync();
        }

        await using var last = await WireClient.ConnectAsync(party.Server.Chat);
        await party.Hits.WaitForAsync(Limit.AcceptsPerSecond, 10);
        for (var i = 0; i < 10; i++)
        {
            party.Pass(0.5);
            await party.SettleListenerAsync();
        }

        await last.ExpectAsync("Nickname: ");
        await party.Server.ExpectQuietAsync();
    }

    [Fact]
    public async Task A_full_server_says_so_in_the_log_once_and_counts_all_of_it()
    {
        await using var party = await LimitedParty.OfAsync(settings => settings.WithConnectionLimits(limits => limits with { MaxConnections = 2 }), "ana", "beto");
        for (var i = 0; i < 3; i++)
        {
            await using var refused = await WireClient.ConnectAsync(party.Server.Chat);
            Assert.Equal("El servidor está lleno. Vuelve a intentarlo más tarde.\n", await refused.ReadToEndAsync());
        }

        await party.ExpectHitsAsync(Limit.MaxConnections, 3);
        party.Pass(60);
        await using var later = await WireClient.ConnectAsync(party.Server.Chat);
        await later.ReadToEndAsync();
        await party.SettleListenerAsync();
        Assert.EndsWith(
            "(y 2 veces más desde el aviso anterior, sin anotar)",
            (await party.LoggedAsync(Limit.MaxConnections, "Límite max-connections alcanzado")).Last(),
            StringComparison.Ordinal);
    }

    private static ServerActorSettings TwoOfAnAddress(ServerActorSettings settings) =>
        settings.WithConnectionLimits(limits => limits with { MaxPerAddress = 2, CountsLoopback = true });

    private static ServerActorSettings PerSecond(ServerActorSettings settings, int accepts) =>
        settings.WithConnectionLimits(limits => limits with { AcceptsPerSecond = accepts });

    private static async Task<List<WireClient>> GuestsAsync(LimitedParty party, int count)
    {
        var guests = new List<WireClient>();
        while (guests.Count < count)
            guests.Add(await WireClient.ConnectAsync(party.Server.Chat));
        return guests;
    }
}
