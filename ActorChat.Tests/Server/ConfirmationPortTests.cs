using System.Text.RegularExpressions;
using Xunit;

namespace ActorChat.Tests.Server;

public partial class ConfirmationPortTests
{
    [Theory]
    [InlineData("hola\n", "\n")]
    [InlineData("hola\r\n", "\n")]
    [InlineData("hola", "")]
    public async Task A_message_is_confirmed_and_the_connection_closed(string sent, string end)
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Confirmation);
        await client.SendAsync(sent);

        var answer = await client.ReadToEndAsync();
        Assert.Matches(Confirmation(), answer);
        Assert.Equal(end, answer["Mensaje recibido: 2025-09-07T12:00:00".Length..]);
    }

    [GeneratedRegex(@"^Mensaje recibido: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\n?$")]
    private static partial Regex Confirmation();
}
