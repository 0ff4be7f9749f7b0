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
    [InlineData("\u200b\u2060\ufeff")]
    [InlineData(" \u202e\u3164 ")]
    [InlineData("\u2800\u2800")]
    public async Task What_shows_nothing_is_nothing(string text)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendLineAsync(text);
        Assert.Empty(await party["ana"].ReadAllSoFarAsync());
        Assert.Empty(await party["beto"].ReadAllSoFarAsync());
        await party.EndQuietlyAsync();
        Assert.Empty(party.Server.Database.Messages());
    }

    [Fact]
    public async Task On_the_confirmation_port_what_shows_nothing_is_an_empty_message()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Confirmation);
        await client.SendLineAsync("\u200b\u202e");

        Assert.Equal("", await client.ReadToEndAsync());
        await client.DisposeAsync();
        await server.StopQuietlyAsync();
        Assert.Empty(server.Database.Messages());
    }

    [Theory]
    [InlineData("ana", "аna")]
    [InlineData("ana", "ΑNΑ")]
    [InlineData("аna", "ana")]
    [InlineData("beto", "ВЕТО")]
    [InlineData("ana", "𝓪𝓷𝓪")]
    public async Task A_nickname_that_looks_like_a_member_s_is_taken(string member, string twin)
    {
        await using var party = await Party.OfAsync(member);
        await using var other = await WireClient.ConnectAsync(party.Server.Chat);
        await other.SendLineAsync(twin);

        await other.ExpectAsync($"Nickname: El nickname '{twin}' ya está en uso. Elige otro.\nNickname: ");
        Assert.Empty(await party[member].ReadAllSoFarAsync());
        await other.DisposeAsync();
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

    [Fact]
    public async Task A_byte_order_mark_before_the_nickname_is_not_part_of_it()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Chat);
        await client.SendLineAsync("\ufeffana");

        await client.ExpectAsync("Nickname: Bienvenido, ana. Usuarios conectados: 1.");
        await client.DisposeAsync();
        await server.StopQuietlyAsync();
    }
}
