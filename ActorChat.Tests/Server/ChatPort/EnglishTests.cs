namespace ActorChat.Tests.Server.ChatPort;

public class EnglishTests
{
    [Fact]
    public async Task A_server_whose_language_is_English_speaks_English_on_both_ports()
    {
        await using var server = await TestServer.StartAsync(settings => settings.InEnglish().WithFixedClock());
        await using var ann = await WireClient.ConnectAsync(server.Chat);
        await ann.SendAsync("!\nann\n/list\n/username\n/time\n#bob hi\n#\n/other\n/quit\n");

        Assert.Equal(
            $"""
            Nickname: Invalid nickname: use 1 to 32 letters, digits, '-', '_' or '.'. Choose another one.
            Nickname: Welcome, ann. Connected users: 1. Type /help to see the commands.
            Connected users (1): ann
            Your nickname is ann
            Server time: {FixedClock.Text}
            The user 'bob' is not connected.
            To send a private message, type: #nickname text
            Unknown command: /other. Type /help to see the commands.
            Goodbye, ann.

            """,
            await ann.ReadToEndAsync());

        Assert.Equal($"Message received: {FixedClock.Text}\n", await WireClient.ConfirmAsync(server.Confirmation, "hello"));
    }

    [Fact]
    public async Task Notices_and_private_messages_are_English_too()
    {
        await using var server = await TestServer.StartAsync(settings => settings.InEnglish());
        await using var ann = await WireClient.ConnectAsync(server.Chat);
        await ann.SendLineAsync("ann");
        await ann.ExpectAsync("Nickname: Welcome, ann. Connected users: 1. Type /help to see the commands.\n");
        await using var bob = await WireClient.ConnectAsync(server.Chat);
        await bob.SendAsync("ANN\nbob\n#ann hi\n");
        await bob.ExpectAsync("Nickname: The nickname 'ANN' is already in use. Choose another one.\nNickname: Welcome, bob.");
        await bob.ExpectLineAsync(" Connected users: 2. Type /help to see the commands.");
        await bob.ExpectLineAsync("[private to ann] hi");
        bob.EndSending();

        await ann.ExpectLineAsync("* bob has connected");
        await ann.ExpectLineAsync("[private] bob: hi");
        await ann.ExpectLineAsync("* bob has disconnected");
    }
}
