namespace ActorChat.Tests.Server.ConfirmationPort;

public class RefusedMessageTests
{
    private const string Answer = "Mensaje recibido: 2025-09-07T12:00:00\n";

    private const string TooLong =
        "Error: el mensaje supera el máximo de 4096 bytes y se ha descartado; divídelo en partes más cortas.\n";

    private const string InvalidUtf8 =
        "Error: el mensaje no es texto UTF-8 válido y se ha descartado; configura tu cliente para que envíe UTF-8.\n";

    [Theory]
    [InlineData(4097)]
    [InlineData(100_000)]
    public async Task A_message_that_is_too_long_is_answered_once_and_another_may_follow(int length)
    {
        await using var server = await StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Confirmation);
        await client.SendAsync(new string('x', length) + "\nhola\n");

        Assert.Equal(TooLong + Answer, await client.ReadToEndAsync());
        await server.StopQuietlyAsync();
        Assert.Equal("hola", Assert.Single(server.Database.Messages()).Content);
    }

    [Fact]
    public async Task The_longest_message_is_stored_whole()
    {
        await using var server = await StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Confirmation);
        var longest = string.Concat(Enumerable.Repeat("ñ", 2048));
        await client.SendAsync(longest + "\r\n");

        Assert.Equal(Answer, await client.ReadToEndAsync());
        Assert.Equal(longest, Assert.Single(server.Database.Messages()).Content);
    }

    [Fact]
    public async Task What_is_no_UTF8_is_answered_and_another_may_follow()
    {
        await using var server = await StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Confirmation);
        await client.SendAsync((byte[])[0xFF, 0xC3, (byte)'\n', .. Encoding.UTF8.GetBytes("hola\n")]);

        Assert.Equal(InvalidUtf8 + Answer, await client.ReadToEndAsync());
        await server.StopQuietlyAsync();
        Assert.Equal("hola", Assert.Single(server.Database.Messages()).Content);
    }

    [Fact]
    public async Task Control_characters_are_not_stored()
    {
        await using var server = await StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Confirmation);
        await client.SendAsync("\u001b[2Jho\0la\t\u009b1m\u007f\n");

        Assert.Equal(Answer, await client.ReadToEndAsync());
        Assert.Equal("[2Jhola1m", Assert.Single(server.Database.Messages()).Content);
    }

    private static Task<TestServer> StartAsync() => TestServer.StartAsync(settings => settings.WithFixedClock().WithLongQuietPeriod());
}
