using ActorChat.Tests.Storage;

namespace ActorChat.Tests.Server.ConfirmationPort;

public class ConfirmationTests
{
    private const string Answer = "Mensaje recibido: 2025-09-07T12:00:00";

    [Theory]
    [InlineData("hola\n", "\n")]
    [InlineData("hola\r\n", "\n")]
    [InlineData("hola", "")]
    public async Task A_message_is_confirmed_with_its_stored_time_and_the_connection_closed(string sent, string end)
    {
        await using var server = await StartAsync();
        Assert.Equal(Answer + end, await SendAsync(server, sent));

        Assert.Equal([new StoredMessage(1, "hola", FixedClock.Text, "127.0.0.1", null, null)], server.Database.Messages());
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task A_message_without_a_line_end_is_whole_when_the_client_ends_its_side()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithFixedClock().WithLongQuietPeriod());
        Assert.Equal(Answer, await SendAsync(server, "hola", endSending: true));
        Assert.Equal(["hola"], Stored(server));
    }

    [Fact]
    public async Task A_message_may_come_byte_by_byte()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithFixedClock().WithLongQuietPeriod());
        await using var client = await WireClient.ConnectAsync(server.Confirmation);
        foreach (var part in "¿qué tal? \U0001f600\r\n"u8.ToArray())
            await client.SendAsync(new[] { part });

        Assert.Equal(Answer + "\n", await client.ReadToEndAsync());
        Assert.Equal(["¿qué tal? \U0001f600"], Stored(server));
    }

    [Fact]
    public async Task What_follows_the_message_is_not_read()
    {
        await using var server = await StartAsync();
        Assert.Equal(Answer + "\n", await SendAsync(server, "uno\ndos\ntres\n"));

        await server.StopQuietlyAsync();
        Assert.Equal(["uno"], Stored(server));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\nhola\n")]
    [InlineData("\0\u001b\n")]
    [InlineData("\0")]
    [InlineData("\u200b\u202e\n")]
    public async Task An_empty_message_closes_the_connection_and_is_not_stored(string sent)
    {
        await using var server = await StartAsync();
        Assert.Equal("", await SendAsync(server, sent));

        await server.StopQuietlyAsync();
        Assert.Empty(Stored(server));
    }

    [Fact]
    public async Task Fifty_clients_at_once_get_fifty_confirmations_for_fifty_rows()
    {
        await using var server = await StartAsync();
        var texts = Enumerable.Range(1, 50).Select(number => $"mensaje {number}").ToList();
        var answers = await Task.WhenAll(texts.Select(text => SendAsync(server, text + "\n")));

        Assert.All(answers, answer => Assert.Equal(Answer + "\n", answer));
        await server.StopQuietlyAsync();
        Assert.Equal(texts.Order(), Stored(server).Order());
    }

    [Fact]
    public async Task A_client_that_vanishes_before_its_answer_disturbs_nobody()
    {
        await using var server = await StartAsync();
        for (var i = 0; i < 20; i++)
        {
            await using var client = await WireClient.ConnectAsync(server.Confirmation);
            await client.SendLineAsync("adiós");
            client.Reset();
        }

        Assert.Equal(Answer + "\n", await SendAsync(server, "hola\n"));
        await server.StopQuietlyAsync();
    }

    private static Task<TestServer> StartAsync() => TestServer.StartAsync(settings => settings.WithFixedClock());

    private static async Task<string> SendAsync(TestServer server, string text, bool endSending = false)
    {
        await using var client = await WireClient.ConnectAsync(server.Confirmation);
        await client.SendAsync(text);
        if (endSending)
            client.EndSending();
        return await client.ReadToEndAsync();
    }

    private static IEnumerable<string> Stored(TestServer server) => server.Database.Messages().Select(message => message.Content);
}
