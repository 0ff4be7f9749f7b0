namespace ActorChat.Tests.Server.Moderation;

/// <summary>Order kept from the server's own console: what those concerned, the room and the console read.</summary>
public sealed class ConsoleModerationTests
{
    private const string Kicked = "* el servidor ha expulsado a beto";
    private const string NotIn = "No estás en la sala 'juegos'; entra en ella con /entrar.";
    private const string MustChoose = "Elige antes con /sala SALA a qué sala va lo que escribes.";
    private const string Lost = "Has salido de la sala juegos. Elige con /sala SALA a cuál va ahora lo que escribes.";

    [Fact]
    public async Task Who_is_kicked_leaves_that_room_only_and_may_come_back()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].AskAsync("/entrar juegos", "Estás en la sala juegos, con 1 usuario. Lo que escribes va ahora a ella.");
        await party["beto"].AskAsync("/entrar juegos", "Estás en la sala juegos, con 2 usuarios. Lo que escribes va ahora a ella.");
        await party["ana"].ExpectLineAsync("* beto ha entrado");

        Assert.Equal("* el servidor ha expulsado a beto: por pesado", await party.Server.OrderAsync("juegos", "/expulsar beto por pesado"));
        await party["ana"].ExpectLineAsync("* el servidor ha expulsado a beto: por pesado");
        await party["beto"].ExpectLinesAsync(["* el servidor ha expulsado a beto: por pesado", Lost]);
        await party["beto"].AskAsync("para juegos", MustChoose);
        await party["beto"].AskAsync("/sala", "Elige una sala con /sala SALA. Estás en: general");
        await party["beto"].AskAsync("/sala general", "Lo que escribes va a la sala general. Estás en: general");
        await party["beto"].SendLineAsync("sigo aquí");
        await party["ana"].ExpectLineAsync("[general] beto: sigo aquí");
        await party["beto"].AskAsync("/entrar juegos", "Estás en la sala juegos, con 2 usuarios. Lo que escribes va ahora a ella.");
        await party["ana"].ExpectLineAsync("* beto ha entrado");
        Assert.Equal("En la sala no está 'dani'.", await party.Server.OrderAsync("juegos", "/expulsar dani"));
        await party.EndQuietlyAsync();
        Assert.Equal(["(consola)|expulsar|juegos|beto|por pesado"], Audit(party));
    }

    // Nothing that was on its way to the room stays without an answer.
    [Fact]
    public async Task Who_is_kicked_while_writing_has_an_answer_to_each_line()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        for (var round = 0; round < 10; round++)
        {
            await party["beto"].SendLineAsync("/entrar juegos");
            await party["beto"].ReadLineAsync();
            await party["beto"].SendAsync(string.Concat(Enumerable.Range(0, 30).Select(i => $"{i}\n")));
            await party.Server.OrderAsync("juegos", "/expulsar beto");
            await party["beto"].SendLineAsync("/hora");
            var (isOut, isAnswered) = (false, false);
            while (!isOut || !isAnswered)
            {
                var line = (await party["beto"].ReadLineAsync())!;
                isOut |= line == Lost;
                isAnswered |= line.StartsWith("Hora del servidor", StringComparison.Ordinal);
                Assert.True(line is Kicked or Lost or NotIn or MustChoose || line.StartsWith("Hora del servidor", StringComparison.Ordinal), line);
            }
        }

        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task A_ban_puts_out_keeps_out_and_holds_over_a_restart_until_it_is_lifted()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["beto"].AskAsync("/entrar juegos", "Estás en la sala juegos, con 1 usuario. Lo que escribes va ahora a ella.");

        Assert.Equal("* el servidor ha vetado a beto: por pesado", await party.Server.OrderAsync("juegos", "/vetar beto por pesado"));
        await party["beto"].ExpectLinesAsync(["* el servidor ha vetado a beto: por pesado", Lost]);
        await party["beto"].AskAsync("/entrar juegos", "En la sala juegos hay un veto contra ti: por pesado.");
        await party["beto"].SendLineAsync("@general hola");
        await party["ana"].ExpectLineAsync("beto: hola");
        await party["ana"].AskAsync("/entrar juegos", "Estás en la sala juegos, con 1 usuario. Lo que escribes va ahora a ella.");
        await party["ana"].AskAsync("/dejar", "Has salido de la sala juegos. Lo que escribes va ahora a general.");
        Assert.Equal("Vetos y silencios (1):\n- veto a beto, por el servidor: por pesado", await party.Server.OrderAsync("juegos", "/vetos"));
        Assert.Equal("* el servidor ha levantado el veto a beto", await party.Server.OrderAsync("juegos", "/desvetar BETO"));
        await party["beto"].AskAsync("/entrar juegos", "Estás en la sala juegos, con 1 usuario. Lo que escribes va ahora a ella.");
        Assert.Equal("No hay vetos ni silencios.", await party.Server.OrderAsync("juegos", "/vetos"));
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task A_network_is_kept_out_and_nobody_but_the_console_reads_which()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].AskAsync("/entrar juegos", "Estás en la sala juegos, con 1 usuario. Lo que escribes va ahora a ella.");
        Assert.Equal("* el servidor ha vetado a una red", await party.Server.OrderAsync("juegos", "/vetar 127.0.0.0/8"));
        await party["beto"].AskAsync("/entrar juegos", "En la sala juegos hay un veto contra ti.");
        Assert.Equal("Vetos y silencios (1):\n- veto a 127.0.0.0/8, por el servidor", await party.Server.OrderAsync("juegos", "/vetos"));
        await party.EndQuietlyAsync();
        Assert.DoesNotContain(await party.Server.LogAsync(), logged => logged.ToString()!.Contains("127.0.0.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2h", @"\d\d:\d\d")]
    [InlineData("59m", @"\d\d:\d\d:\d\d")]
    public async Task Who_is_muted_is_told_so_with_the_end_and_the_others_go_on(string duration, string time)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        var until = await party.Server.OrderAsync("general", $"/silenciar beto {duration} calma");
        Assert.Matches($@"^\* el servidor ha silenciado a beto hasta el 20\d\d-\d\d-\d\d {time}: calma$", until);
        await party.ExpectEverywhereAsync(until);
        await party["beto"].SendLineAsync("hola");
        Assert.Equal($"En la sala general no puedes escribir{until[until.IndexOf(" hasta", StringComparison.Ordinal)..]}.", await party["beto"].ReadLineAsync());
        await party.SayAsync("ana", "hola", "beto");
        await party["beto"].SendLineAsync("#ana en privado sí");
        await party["ana"].ExpectLineAsync("[privado] beto: en privado sí");
        await party["beto"].ReadLineAsync();
        await party.Server.OrderAsync("general", "/dessilenciar beto");
        await party.ExpectEverywhereAsync("* el servidor ha devuelto la palabra a beto");
        await party.SayAsync("beto", "gracias", "ana");
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task In_slow_mode_each_writes_once_in_a_while()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party.Server.OrderAsync("general", "/lento 600");
        await party.ExpectEverywhereAsync("* el servidor ha puesto el modo lento: un mensaje cada 600 s");
        await party.SayAsync("ana", "uno", "beto");
        await party["ana"].SendLineAsync("dos");
        Assert.Matches("^La sala está en modo lento: podrás escribir de nuevo dentro de (600|5[0-9]{2}) s\\.$", await party["ana"].ReadLineAsync());
        await party.SayAsync("beto", "tres", "ana");
        await party.Server.OrderAsync("general", "/lento 0");
        await party.ExpectEverywhereAsync("* el servidor ha quitado el modo lento");
        await party.SayAsync("ana", "cuatro", "beto");
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Who_is_not_identified_may_only_read_in_a_room_for_registered_users()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["beto"].AskAsync("/entrar juegos", "Estás en la sala juegos, con 1 usuario. Lo que escribes va ahora a ella.");
        await party.Server.OrderAsync("juegos", "/solo-registrados on");
        await party["beto"].ExpectLineAsync("* el servidor ha dejado la sala solo para registrados");
        const string Refusal = "La sala es solo para usuarios registrados: identifícate con una cuenta.";
        await party["beto"].AskAsync("hola", Refusal);
        await party["ana"].AskAsync("/entrar juegos", Refusal);
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task On_the_whole_server_there_are_announcements_expulsions_and_bans()
    {
        await using var party = await Party.OfAsync("ana", "beto", "carla");
        Assert.Equal("* Aviso del servidor: se cierra a las diez", await party.Server.OrderAsync("", "/avisar se cierra a las diez"));
        await party.ExpectEverywhereAsync("* Aviso del servidor: se cierra a las diez");

        Assert.Equal("El usuario 'dani' no está conectado.", await party.Server.OrderAsync("", "/expulsar servidor dani"));
        Assert.Equal("* el servidor ha expulsado a beto: ya", await party.Server.OrderAsync("", "/expulsar servidor beto ya"));
        await party["beto"].ExpectLineAsync("Se cierra la conexión: te han expulsado del servidor: ya.");
        await party.ExpectGoneAsync("beto");

        Assert.Equal("* el servidor ha vetado a carla", await party.Server.OrderAsync("", "/vetar servidor carla"));
        await party["carla"].ExpectLineAsync("Se cierra la conexión. En este servidor hay un veto contra ti.");
        await party.ExpectGoneAsync("carla");
        await using var again = await WireClient.KnockAsync(party.Server.Chat);
        await again.TryAsync("CARLA", "En este servidor hay un veto contra ti.\nNickname: ");
        Assert.Equal("* el servidor ha levantado el veto a carla", await party.Server.OrderAsync("", "/desvetar servidor carla"));
        await again.EnterAsync("carla", "carla");
        Assert.Equal(
            ["(consola)|avisar|||se cierra a las diez", "(consola)|expulsar||beto|ya", "(consola)|vetar||carla|", "(consola)|desvetar||carla|"], Audit(party));
    }

    [Theory]
    [InlineData("nadie", "/vetos", "No hay ninguna sala 'nadie'; /salas muestra las que hay.")]
    [InlineData("", "/lento 5", "Se escribe así: lento SALA SEGUNDOS, de 0 (sin modo lento) a 3600")]
    [InlineData("general", "/lento mucho", "Se escribe así: lento SALA SEGUNDOS, de 0 (sin modo lento) a 3600")]
    [InlineData("general", "/vetar", "Se escribe así: vetar SALA|servidor NOMBRE|RED [10m|2h|7d] [razón]")]
    [InlineData("", "/vetos", "Se escribe así: vetos SALA|servidor")]
    [InlineData("", "/avisar", "Se escribe así: avisar TEXTO")]
    [InlineData("general", "/vetar 10.1.2.3/16", "Detrás de la máscara no puede haber nada: la red sería 10.1.0.0/16. Escríbela así si es la que quieres.")]
    [InlineData("general", "/vetar 10.0.0.0/2", "La red 10.0.0.0/2 es demasiado grande: como mucho /8, o /16 en IPv6.")]
    [InlineData("general", "/vetar 0.0.0.0/0", "La red 0.0.0.0/0 es demasiado grande: como mucho /8, o /16 en IPv6.")]
    [InlineData("general", "/vetar beto 3x", "Duración no válida: escríbela como 30s, 10m, 2h o 7d, hasta 3650d.")]
    public async Task What_cannot_be_done_is_one_line(string room, string line, string answer)
    {
        await using var party = await Party.OfAsync("ana");
        Assert.Equal(answer, await party.Server.OrderAsync(room, line));
        await party.EndQuietlyAsync();
        Assert.Empty(Audit(party));
    }

    private static List<string> Audit(Party party) =>
        [.. Rows.Of(party.Server.Database.File, "SELECT quien, acto, sala, sujeto, detalle FROM auditoria ORDER BY id")];
}
