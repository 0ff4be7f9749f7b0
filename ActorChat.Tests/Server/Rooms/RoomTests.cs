namespace ActorChat.Tests.Server.Rooms;

public class RoomTests
{
    [Fact]
    public async Task Who_enters_a_room_writes_to_it_and_its_name_stands_before_the_lines_of_the_others()
    {
        await using var party = await Party.OfAsync("ana", "beto", "carla");
        await EnterAsync(party, "ana", "beto");
        await party["beto"].SendLineAsync("jaque");
        await party["ana"].ExpectLineAsync("beto: jaque");
        await party["carla"].SendLineAsync("hola");
        await party["ana"].ExpectLineAsync("[general] carla: hola");
        await party["beto"].ExpectLineAsync("[general] carla: hola");
        Assert.Empty(await party["carla"].ReadAllSoFarAsync());
        await party.EndQuietlyAsync();
        Assert.Equal(
            ["juegos|1|jaque", "general|1|hola"],
            Rows.Of(party.Server.Database.File, "SELECT sala, numero, contenido FROM mensajes ORDER BY id"));
    }

    [Theory]
    [InlineData("/entrar juegos", "/sala general", "/dejar juegos", "/salas")]
    [InlineData("/join JUEGOS", "/room GENERAL", "/part", "/rooms")]
    public async Task A_room_is_entered_chosen_and_left_in_either_language(string enter, string choose, string leave, string list)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await EnterAsync(party, "beto");
        await party["ana"].AskAsync(enter, Entered("2 usuarios"));
        await party["beto"].ExpectLineAsync("* ana ha entrado");
        if (leave != "/part")
        {
            await party["ana"].AskAsync(choose, "Lo que escribes va a la sala general. Estás en: general, juegos");
            await party["ana"].SendLineAsync("hola");
            await party["beto"].ExpectLineAsync("[general] ana: hola");
        }

        await party["ana"].AskAsync(leave, "Has salido de la sala juegos. Lo que escribes va ahora a general.");
        await party["beto"].ExpectLineAsync("* ana ha salido");
        await party["ana"].SendLineAsync(list);
        Assert.Equal(["Salas (2):", "- general: 2 usuarios", "- juegos: 1 usuario"], await party["ana"].ReadLinesAsync(3));
    }

    [Theory]
    [InlineData("@general hola", "[general] ana: hola")]
    [InlineData("@GENERAL: hola", "[general] ana: hola")]
    [InlineData("@juegos hola", "ana: hola")]
    [InlineData("@carla hola", "ana: @carla hola")]
    [InlineData("@otra", "ana: @otra")]
    [InlineData("@@otra hola", "ana: @otra hola")]
    [InlineData("@BETO: hola", "ana: @BETO: hola")]
    [InlineData("@@general hola", "ana: @general hola")]
    [InlineData("@general", "ana: @general")]
    public async Task A_message_that_names_a_room_of_its_author_goes_there(string line, string read)
    {
        await using var party = await Party.OfAsync("ana", "beto", "carla");
        await EnterAsync(party, "ana", "beto");
        await party["carla"].AskAsync("/entrar otra", "Estás en la sala otra, con 1 usuario. Lo que escribes va ahora a ella.");
        await party["carla"].AskAsync("/entrar beto", "Estás en la sala beto, con 1 usuario. Lo que escribes va ahora a ella.");
        await party["ana"].SendLineAsync(line);
        await party["beto"].ExpectLineAsync(read);
    }

    [Theory]
    [InlineData("@otra hola")]
    [InlineData("  ＠otra: hola")]
    public async Task What_was_meant_for_a_room_that_its_author_is_not_in_goes_to_no_other(string line)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["beto"].AskAsync("/entrar otra", "Estás en la sala otra, con 1 usuario. Lo que escribes va ahora a ella.");
        await party["ana"].AskAsync(
            line, "No estás en la sala 'otra'; para escribir en ella, entra con /entrar otra. Para decir eso mismo aquí, empieza por @@otra");
        await party["ana"].SendLineAsync("hola");
        await party["beto"].ExpectLineAsync("[general] ana: hola");
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Messages_to_two_rooms_in_one_go_keep_the_order_in_which_they_were_typed()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await EnterAsync(party, "ana", "beto");
        var lines = Enumerable.Range(0, 40).Select(i => (i % 3) == 0 ? $"@general {i}" : $"{i}").ToArray();
        await party["ana"].SendAsync(string.Join('\n', lines) + "\n/hora\n");
        Assert.Equal(
            lines.Select(line => line.StartsWith('@') ? $"[general] ana: {line[9..]}" : $"ana: {line}"), await party["beto"].ReadLinesAsync(lines.Length));
        Assert.StartsWith("Hora del servidor", await party["ana"].ReadLineAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/entrar", "Sala no válida")]
    [InlineData("/entrar dos salas", "Sala no válida")]
    [InlineData("/entrar /salir", "Sala no válida")]
    [InlineData("/entrar privado", "Sala no válida")]
    [InlineData("/entrar g\u0435neral", "Ya hay una sala con un nombre que se confunde con ese")]
    [InlineData("/sala juegos", "No estás en la sala 'juegos'")]
    [InlineData("/dejar juegos", "No estás en la sala 'juegos'")]
    [InlineData("/entrar general", "Lo que escribes va a la sala general. Estás en: general")]
    [InlineData("/sala", "Lo que escribes va a la sala general. Estás en: general")]
    [InlineData("/tema", "La sala general no tiene tema")]
    public async Task What_cannot_be_done_is_answered_and_nothing_changes(string command, string answer)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendLineAsync(command);
        Assert.StartsWith(answer, await party["ana"].ReadLineAsync(), StringComparison.Ordinal);
        await party.SayAsync("ana", "hola", "beto");
        Assert.Empty(await party["ana"].ReadAllSoFarAsync());
    }

    [Fact]
    public async Task Who_has_left_every_room_is_told_so_and_comes_back()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].AskAsync("/dejar", "Has salido de la sala general y no estás en ninguna; entra en una con /entrar SALA.");
        await party["beto"].ExpectLineAsync("* ana ha salido");
        const string InNone = "No estás en ninguna sala; entra en una con /entrar SALA.";
        foreach (var line in (string[])["hola", "/listar", "/tema x", "/dejar", "/sala"])
            await party["ana"].AskAsync(line, InNone);
        await party["ana"].AskAsync("/entrar general", "Estás en la sala general, con 2 usuarios. Lo que escribes va ahora a ella.");
        await party["beto"].ExpectLineAsync("* ana ha entrado");
        await party["ana"].SendLineAsync("/dejar");
        await party["beto"].ExpectLineAsync("* ana ha salido");
        await party["ana"].ReadLineAsync();
        await party["ana"].SendLineAsync("/salir");
        Assert.Equal("Hasta luego, ana.\n", await party["ana"].ReadToEndAsync());
    }

    [Fact]
    public async Task A_topic_is_shown_to_all_and_to_who_enters_and_outlives_the_server()
    {
        using var folder = new TemporaryFolder();
        await using (var party = await Party.OfAsync("ana", "beto", "carla"))
        {
            await EnterAsync(party, "ana", "beto");
            await party["ana"].AskAsync("/tema  ajedrez \u001b[31mrápido", "* ana ha puesto el tema: ajedrez [31mrápido");
            await party["beto"].ExpectLineAsync("* ana ha puesto el tema: ajedrez [31mrápido");
            await party["beto"].AskAsync("/tema", "Tema: ajedrez [31mrápido");
            await party["beto"].AskAsync("/dejar juegos", "Has salido de la sala juegos. Lo que escribes va ahora a general.");
            await party["ana"].ExpectLineAsync("* beto ha salido");
            await party["ana"].SendLineAsync("/dejar");
            await party["ana"].ReadLineAsync();
            await party["carla"].SendLineAsync("/salas");
            Assert.Equal(
                ["Salas (2):", "- general: 3 usuarios", "- juegos: 0 usuarios; tema: ajedrez [31mrápido"], await party["carla"].ReadLinesAsync(3));
            await party["carla"].SendLineAsync("/entrar juegos");
            await party["carla"].ReadLineAsync();
            await party["carla"].ExpectLineAsync("Tema: ajedrez [31mrápido");
            await party["carla"].AskAsync("/tema -", "* carla ha quitado el tema");
            await party["carla"].AskAsync($"/tema {new string('x', 257)}", "El tema es demasiado largo; acórtalo.");
            await party["carla"].AskAsync("/tema dos", "* carla ha puesto el tema: dos");
            await party.EndQuietlyAsync();
            File.Copy(party.Server.Database.File, Path.Combine(folder.Path, "mensajes.db"));
        }

        await using var again = await Party.OfAsync(
            settings => settings.WithDatabase(Path.Combine(folder.Path, "mensajes.db")), "dani");
        await again["dani"].SendLineAsync("/salas");
        Assert.Equal(["Salas (2):", "- general: 1 usuario", "- juegos: 0 usuarios; tema: dos"], await again["dani"].ReadLinesAsync(3));
    }

    [Fact]
    public async Task Rooms_of_a_user_and_of_the_server_have_a_limit()
    {
        await using var party = await Party.OfAsync(
            settings => settings.WithLimits(limits => limits with { MaxRoomsPerUser = 3, MaxRooms = 4 }), "ana", "beto");
        await EnterAsync(party, "ana");
        await party["ana"].SendLineAsync("/entrar dos");
        await party["ana"].ReadLineAsync();
        await party["ana"].AskAsync("/entrar tres", "Estás en demasiadas salas; sal de alguna con /dejar SALA.");
        await party["beto"].SendLineAsync("/entrar tres");
        await party["beto"].ReadLineAsync();
        await party["beto"].AskAsync("/entrar cuatro", "El servidor no admite más salas; /salas muestra las que hay.");
        await party["beto"].SendLineAsync("sigo en tres");
        await party["ana"].AskAsync("/dejar", "Has salido de la sala dos. Lo que escribes va ahora a juegos.");
        await party["beto"].SendLineAsync("/entrar cuatro");
        Assert.StartsWith("Estás en la sala cuatro, con 1 usuario", await party["beto"].ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_and_goes_all_the_time_finds_the_room_each_time_and_no_number_is_given_twice()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        var rounds = Enumerable.Range(0, 50).Select(i => $"/entrar juegos\n{i}\n/dejar\n");
        await party["ana"].SendAsync(string.Concat(rounds));
        await party["beto"].SendAsync(string.Concat(rounds));
        await party["ana"].ReadAllSoFarAsync();
        await party["beto"].ReadAllSoFarAsync();
        await party.EndQuietlyAsync();
        Assert.Equal(
            Enumerable.Range(1, 100).Select(number => $"{number}"),
            Rows.Of(party.Server.Database.File, "SELECT numero FROM mensajes WHERE sala = 'juegos' ORDER BY id"));
    }

    [Fact]
    public async Task Who_disconnects_leaves_all_rooms()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await EnterAsync(party, "ana", "beto");
        await party["ana"].SendLineAsync("/salir");
        Assert.Equal("Hasta luego, ana.\n", await party["ana"].ReadToEndAsync());
        var lines = await party["beto"].ReadLinesAsync(2);
        Assert.Equal(["* ana se ha desconectado", "[general] * ana se ha desconectado"], lines.Order(StringComparer.Ordinal));
        await party["beto"].AskAsync("/listar", "Usuarios en juegos (1): beto");
    }

    private static string Entered(string members) =>
        $"Estás en la sala juegos, con {members}. Lo que escribes va ahora a ella.";

    private static async Task EnterAsync(Party party, params string[] nicknames)
    {
        for (var i = 0; i < nicknames.Length; i++)
        {
            await party[nicknames[i]].AskAsync("/entrar juegos", Entered(i == 0 ? "1 usuario" : $"{i + 1} usuarios"));
            foreach (var other in nicknames[..i])
                await party[other].ExpectLineAsync($"* {nicknames[i]} ha entrado");
        }
    }
}
