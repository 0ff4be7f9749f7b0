namespace ActorChat.Tests.Server.BadInput;

/// <summary>Browsers, scanners and others who take one of the ports for a web server.</summary>
public class ForeignProtocolTests
{
    private const string BadRequest = "HTTP/1.1 400 Bad Request\r\n\r\n";
    private const string Alert = "\u0015\u0003\u0001\0\u0002\u0002\u0028";
    private const string Prompt = "Nickname: ";

    public static TheoryData<string> Requests =>
    [
        "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nA: b\r\nC: d\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nana\nhola\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        $"GET /{new string('x', 10_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_gets_one_line_and_nothing_of_it_is_stored_or_seen(string request)
    {
        await using var party = await Party.OfAsync(settings => settings.WithLongQuietPeriod(), "beto");
        Assert.Equal(BadRequest, await AnswerAsync(party.Server.Confirmation, Encoding.UTF8.GetBytes(request)));
        Assert.Equal(Prompt + BadRequest, await AnswerAsync(party.Server.Chat, Encoding.UTF8.GetBytes(request)));

        Assert.Empty(await party["beto"].ReadAllSoFarAsync());
        await party.EndQuietlyAsync();
        Assert.Empty(party.Server.Database.Messages());
    }

    [Fact]
    public async Task A_TLS_client_gets_an_alert_that_it_understands()
    {
        await using var server = await TestServer.StartAsync();
        byte[] hello = [0x16, 3, 1, 0, 0xA5, 1, 0, 0, 0xA1, 3, 3, .. "\nhola\n"u8, .. Enumerable.Range(0, 150).Select(number => (byte)number)];
        Assert.Equal(Alert, await AnswerAsync(server.Confirmation, hello));
        Assert.Equal(Prompt + Alert, await AnswerAsync(server.Chat, hello));

        await server.StopQuietlyAsync();
        Assert.Empty(server.Database.Messages());
    }

    [Fact]
    public async Task A_request_in_a_target_that_is_no_text_is_not_taken_for_a_bad_message()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(BadRequest, await AnswerAsync(server.Confirmation, [.. "GET /"u8, 0xFF, .. " HTTP/1.1\r\nHost: localhost\r\n\r\n"u8]));
        Assert.Empty(server.Database.Messages());
    }

    [Fact]
    public async Task People_may_talk_of_HTTP()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party.SayAsync("ana", "GET / HTTP/1.1", "beto");
        Assert.StartsWith("Mensaje recibido: ", await WireClient.ConfirmAsync(party.Server.Confirmation, "me gusta HTTP/1.1"), StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(IPEndPoint port, byte[] bytes)
    {
        await using var client = await WireClient.ConnectAsync(port);
        await client.SendAsync(bytes);
        return await client.ReadToEndAsync();
    }
}
