using ActorChat.Tests.Storage;

namespace ActorChat.Tests.Server.ChatPort;

public class PublicMessageTests
{
    [Fact]
    public async Task A_message_reaches_every_other_member_and_not_its_sender()
    {
        await using var party = await Party.OfAsync("ana", "beto", "carla");
        await party.SayAsync("ana", "hola", "beto");
        await party["carla"].ExpectLineAsync("ana: hola");
        Assert.Empty(await party["ana"].ReadAllSoFarAsync());
    }

    [Theory]
    [InlineData("//listar", "/listar")]
    [InlineData("##beto hola", "#beto hola")]
    [InlineData("//", "/")]
    [InlineData("///", "//")]
    [InlineData("hola /listar #ana", "hola /listar #ana")]
    [InlineData(" hola", " hola")]
    [InlineData("¡Año 語 e\u0301 \U0001f468\u200d\U0001f680!", "¡Año 語 e\u0301 \U0001f468\u200d\U0001f680!")]
    [InlineData("{0} %s 'x'; DROP TABLE mensajes; --", "{0} %s 'x'; DROP TABLE mensajes; --")]
    public async Task What_is_said_is_what_the_others_read_and_what_is_stored(string typed, string read)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendLineAsync(typed);
        await party["beto"].ExpectLineAsync("ana: " + read);

        await party.EndQuietlyAsync();
        Assert.Equal([read], party.Server.Database.Messages().Select(message => message.Content));
    }

    [Fact]
    public async Task Lines_that_show_nothing_are_nothing()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendAsync("\n\r\n   \n\t\n\u00a0\n\u0007\n\u200b\u2060\ufeff\n \u202e\u3164 \n\u2800\u2800\nhola\n");

        await party["beto"].ExpectLineAsync("ana: hola");
        Assert.Empty(await party["ana"].ReadAllSoFarAsync());
        await party.EndQuietlyAsync();
        Assert.Single(party.Server.Database.Messages());
    }

    [Fact]
    public async Task A_message_is_stored_with_its_author_room_address_and_time()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock(), "Ana", "beto");
        await party.SayAsync("Ana", "uno", "beto");
        await party.SayAsync("beto", "dos", "Ana");

        Assert.Equal(
            [
                new StoredMessage(1, "uno", FixedClock.Text, "127.0.0.1", "Ana", "general"),
                new StoredMessage(2, "dos", FixedClock.Text, "127.0.0.1", "beto", "general"),
            ],
            party.Server.Database.Messages());
    }

    [Fact]
    public async Task A_chunk_client_chats_without_line_ends()
    {
        await using var party = await Party.OfAsync("ana");
        await using var beto = await WireClient.ConnectAsync(party.Server.Chat);
        await beto.ExpectAsync("Nickname: ");
        await beto.SendAsync("beto");
        await beto.ExpectLineAsync("Bienvenido, beto. Usuarios conectados: 2. Escribe /ayuda para ver los comandos.");
        await party["ana"].ExpectLineAsync("* beto se ha conectado");

        await beto.SendAsync("hola");
        await party["ana"].ExpectLineAsync("beto: hola");
        await beto.SendAsync("/username");
        await beto.ExpectLineAsync("Tu nickname es beto");
        await beto.SendAsync("#ana hola");
        await beto.ExpectLineAsync("[privado a ana] hola");
        await beto.SendAsync("/salir");
        Assert.Equal("Hasta luego, beto.\n", await beto.ReadToEndAsync());
    }
}
