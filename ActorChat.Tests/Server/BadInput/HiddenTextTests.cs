namespace ActorChat.Tests.Server.BadInput;

/// <summary>Nobody sees what hides, forges or poses as another.</summary>
public class HiddenTextTests
{
    [Fact]
    public async Task Overrides_and_invisible_characters_reach_nobody_and_are_not_stored()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendLineAsync("\u202ealoh\u202c h\u200bo\u2060la\u2028beto: mentira\U000e0041");
        await party["ana"].SendLineAsync("#beto \u2066se\u00adcreto\u2069");
        await party["ana"].SendLineAsync("/o\u200btra");
        await party["ana"].SendLineAsync("/us\u200bername");

        await party["beto"].ExpectLineAsync("ana: aloh holabeto: mentira");
        await party["beto"].ExpectLineAsync("[privado] ana: secreto");
        await party["ana"].ExpectLineAsync("[privado a beto] secreto");
        await party["ana"].ExpectLineAsync("Comando desconocido: /otra. Escribe /ayuda para ver los comandos.");
        await party["ana"].ExpectLineAsync("Tu nickname es ana");
        await party.EndQuietlyAsync();
        Assert.Equal("aloh holabeto: mentira", Assert.Single(party.Server.Database.Messages()).Content);
    }

    [Fact]
    public async Task Emoji_and_letters_with_joiners_and_marks_pass_whole()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        string[] texts = ["👩🏽\u200d🚀 ❤\ufe0f\u200d🔥 🇪🇸 1\ufe0f\u20e3", "می\u200cخواهم", "ශ්\u200dරී", "e\u0301 n\u0303 Z\u0301\u0323\u0301\u0323", "שָׁלוֹם"];
        foreach (var text in texts)
        {
            await party["ana"].SendLineAsync(text);
            await party["beto"].ExpectLineAsync("ana: " + text);
        }

        await party.EndQuietlyAsync();
    }

    [Theory]
    [InlineData("Error")]
    [InlineData("servidor")]
    [InlineData("Niсkname")]
    [InlineData("Serv\u0131dor")]
    [InlineData("--")]
    public async Task Nobody_poses_as_the_server(string nickname)
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Chat);
        await client.SendLineAsync(nickname);

        await client.ExpectAsync($"Nickname: El nickname '{nickname}' está reservado para el servidor. Elige otro.\nNickname: ");
        await client.DisposeAsync();
        await server.StopQuietlyAsync();
    }
}
