namespace ActorChat.Tests.Server.BadInput;

/// <summary>What telnet clients send besides text is no text, and is answered as telnet clients expect.</summary>
public class TelnetClientTests
{
    // What PuTTY offers and asks for as soon as it is connected.
    private static readonly byte[] Negotiation =
        [255, 251, 31, 255, 251, 32, 255, 251, 24, 255, 251, 39, 255, 253, 1, 255, 251, 3, 255, 253, 3];

    private static readonly byte[] Refusal =
        [255, 254, 31, 255, 254, 32, 255, 254, 24, 255, 254, 39, 255, 252, 1, 255, 254, 3, 255, 252, 3];

    [Fact]
    public async Task Negotiation_before_the_nickname_is_refused_and_makes_no_message_of_itself()
    {
        await using var server = await TestServer.StartAsync();
        using var telnet = await ConnectAsync(server);
        await ExpectAsync(telnet, "Nickname: "u8.ToArray());
        await telnet.SendAsync(Negotiation);
        await ExpectAsync(telnet, Refusal);

        await telnet.SendAsync("ana\r\0"u8.ToArray());
        await ExpectAsync(telnet, "Bienvenido, ana. Usuarios conectados: 1. Escribe /ayuda para ver los comandos.\n"u8.ToArray());
        telnet.Dispose();
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task Negotiation_may_come_byte_by_byte_and_in_the_middle_of_a_word()
    {
        await using var party = await Party.OfAsync("beto");
        using var telnet = await ConnectAsync(party.Server);
        await ExpectAsync(telnet, "Nickname: "u8.ToArray());
        foreach (var part in Negotiation)
        {
            await telnet.SendAsync(new[] { part });
            Assert.Empty(await party["beto"].ReadAllSoFarAsync());
        }

        await telnet.SendAsync((byte[])[.. "an"u8, 255, 250, 24, 0, (byte)'\n', 255, 240, .. "a\r\nho"u8, 255, 244, 255, 253, 6, .. "la\r\n"u8]);
        await party["beto"].ExpectLineAsync("* ana se ha conectado");
        await party["beto"].ExpectLineAsync("ana: hola");
        telnet.Dispose();
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task The_urgent_byte_of_a_synch_stays_a_part_of_its_sequence()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        using var telnet = await ConnectAsync(party.Server);
        await telnet.SendAsync("carla\r\nho"u8.ToArray());
        await telnet.SendAsync(new byte[] { 255 });
        Assert.Equal(1, telnet.Send([242], SocketFlags.OutOfBand));
        await telnet.SendAsync("la\r\n"u8.ToArray());

        await party["ana"].ExpectLineAsync("* carla se ha conectado");
        await party["ana"].ExpectLineAsync("carla: hola");
        await party["beto"].ExpectLineAsync("* carla se ha conectado");
        telnet.Dispose();
        await party.EndQuietlyAsync();
    }

    [Theory]
    [InlineData("hola\r\0")]
    [InlineData("hola\r")]
    public async Task Every_line_end_is_one_on_the_confirmation_port_too(string message)
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Confirmation);
        await client.SendAsync(message);

        Assert.Matches("^Mensaje recibido: [0-9T:-]+\n$", await client.ReadToEndAsync());
        await client.DisposeAsync();
        await server.StopQuietlyAsync();
        Assert.Equal("hola", Assert.Single(server.Database.Messages()).Content);
    }

    private static async Task<Socket> ConnectAsync(TestServer server)
    {
        var socket = new Socket(server.Chat.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Chat);
        return socket;
    }

    private static async Task ExpectAsync(Socket socket, byte[] expected)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var received = new byte[expected.Length];
        for (var count = 0; count < received.Length;)
        {
            var read = await socket.ReceiveAsync(received.AsMemory(count), SocketFlags.None, limit.Token);
            Assert.NotEqual(0, read);
            count += read;
        }

        Assert.Equal(expected, received);
    }
}
