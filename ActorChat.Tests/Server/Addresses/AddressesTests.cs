using ActorChat.Server.Lifecycle;
using ActorChat.Tests.Storage;

namespace ActorChat.Tests.Server.Addresses;

/// <summary>A port that listens on every address of both families, or on several: one room, one order, one set of limits.</summary>
public class AddressesTests
{
    private const string Full = "El servidor está lleno. Vuelve a intentarlo más tarde.\n";

    private static readonly IPAddress Other = IPAddress.Parse("127.0.0.2");

    [Fact]
    public async Task Every_address_of_IPv6_is_every_address_of_IPv4_too_and_people_are_known_by_their_IPv4_address()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithFixedClock() with
        {
            Chat = [new IPEndPoint(IPAddress.IPv6Any, 0)],
            Confirmation = [new IPEndPoint(IPAddress.IPv6Any, 0)],
        });
        await using var ana = await WireClient.JoinAsync(new IPEndPoint(IPAddress.Loopback, server.Chat.Port), "ana");
        await using var beto = await WireClient.JoinAsync(new IPEndPoint(IPAddress.IPv6Loopback, server.Chat.Port), "beto");
        await ana.ExpectLineAsync("* beto se ha conectado");
        await ana.SendLineAsync("hola");
        await beto.ExpectLineAsync("ana: hola");
        await using var client = await WireClient.ConnectAsync(new IPEndPoint(IPAddress.IPv6Loopback, server.Confirmation.Port));
        await client.SendLineAsync("adiós");
        await client.ReadToEndAsync();

        Assert.Equal(
            [new StoredMessage(1, "hola", FixedClock.Text, "127.0.0.1", "ana", "general"), new StoredMessage(2, "adiós", FixedClock.Text, "::1", null, null)],
            server.Database.Messages());
        Assert.Contains(await server.LogAsync(), logged => logged.Message.ToString() == $"Conexión de {ana.Local}");
    }

    [Fact]
    public async Task Several_addresses_have_one_port_one_room_and_one_limit()
    {
        await using var server = await StartAsync(settings => settings.WithConnectionLimits(limits => limits with { MaxConnections = 2 }));
        Assert.Equal([server.Chat, new IPEndPoint(Other, server.Chat.Port)], server.Chats);
        await using var ana = await WireClient.JoinAsync(server.Chats[0], "ana");
        await using var beto = await WireClient.JoinAsync(server.Chats[1], "beto");
        await ana.ExpectLineAsync("* beto se ha conectado");
        await beto.SendLineAsync("hola");
        await ana.ExpectLineAsync("beto: hola");
        foreach (var address in server.Chats)
        {
            await using var third = await WireClient.ConnectAsync(address);
            Assert.Equal(Full, await third.ReadToEndAsync());
        }

        var stopped = server.StopQuietlyAsync();
        Assert.Equal("El servidor se está deteniendo.\n", await ana.ReadToEndAsync());
        Assert.Equal("El servidor se está deteniendo.\n", await beto.ReadToEndAsync());
        await ana.DisposeAsync();
        await beto.DisposeAsync();
        await stopped;
    }

    private static Task<TestServer> StartAsync(Func<ServerActorSettings, ServerActorSettings> change) => TestServer.StartAsync(settings => change(settings) with
    {
        Chat = [new IPEndPoint(IPAddress.Loopback, 0), new IPEndPoint(Other, 0)],
    });
}
