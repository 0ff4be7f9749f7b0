namespace ActorChat.Tests.Server.ChatPort;

public class CommandTests
{
    [Fact]
    public async Task The_list_counts_the_members_and_sorts_them_as_people_do()
    {
        await using var party = await Party.OfAsync("zoe", "Carla", "beto", "Álvaro", "ana");
        await party["beto"].AskAsync("/listar", "Usuarios conectados (5): Álvaro, ana, beto, Carla, zoe");
    }

    [Fact]
    public async Task The_list_follows_who_comes_and_goes()
    {
        await using var party = await Party.OfAsync("ana");
        await party["ana"].AskAsync("/listar", "Usuarios conectados (1): ana");
        var beto = await party.JoinAsync("beto");
        await party["ana"].AskAsync("/listar", "Usuarios conectados (2): ana, beto");
        await beto.SendLineAsync("/salir");
        await party.ExpectGoneAsync("beto");
        await party["ana"].AskAsync("/listar", "Usuarios conectados (1): ana");
    }

    [Fact]
    public async Task Who_has_no_nickname_yet_is_not_listed()
    {
        await using var party = await Party.OfAsync("ana");
        await using var nobody = await WireClient.ConnectAsync(party.Server.Chat);
        await nobody.ExpectAsync("Nickname: ");

        await party["ana"].AskAsync("/listar", "Usuarios conectados (1): ana");
    }

    [Fact]
    public async Task The_time_is_the_servers_to_the_second()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock(), "ana");
        await party["ana"].AskAsync("/hora", "Hora del servidor: 2025-09-07T12:00:00");
    }

    [Fact]
    public async Task Help_has_one_line_for_each_command()
    {
        await using var party = await Party.OfAsync("ana");
        await party["ana"].SendLineAsync("/ayuda");

        var help = await party["ana"].ReadAllSoFarAsync();
        Assert.Equal(
            [
                "texto", "#nickname texto", "/listar", "/entrar SALA", "/dejar [SALA]", "/sala SALA", "@SALA texto", "/salas", "/tema [TEXTO]",
                "/historial [N] [SALA]", "/buscar TEXTO", "/registrar CLAVE", "/identificar CLAVE", "/clave VIEJA NUEVA", "/baja CLAVE", "/username",
                "/hora", "/ayuda", "/ayuda orden", "/salir", "//texto", "##texto", "@@texto",
            ],
            help.Select(line => line[..line.IndexOf("  ", StringComparison.Ordinal)]));
        Assert.Contains("/listar                muestra los usuarios conectados", help);
    }

    [Theory]
    [InlineData("/otra", "/otra")]
    [InlineData("/otra con palabras", "/otra")]
    [InlineData("/", "/")]
    [InlineData("/ listar", "/")]
    [InlineData("/{0}", "/{0}")]
    [InlineData("/ot\u001bra", "/otra")]
    public async Task An_unknown_command_is_named(string line, string verb)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].AskAsync(line, $"Comando desconocido: {verb}. Escribe /ayuda para ver los comandos.");
        Assert.Empty(await party["beto"].ReadAllSoFarAsync());
    }

    [Theory]
    [InlineData("/lsitar", "/listar")]
    [InlineData("/Ayud", "/ayuda")]
    [InlineData("/slair ya", "/salir")]
    [InlineData("/lits", "/list")]
    [InlineData("/hlep", "/help")]
    public async Task A_mistyped_command_is_named_with_the_one_that_was_meant(string line, string meant)
    {
        await using var party = await Party.OfAsync("ana");
        await party["ana"].AskAsync(
            line, $"Comando desconocido: {line.Split(' ')[0]}. ¿Querías decir {meant}? Escribe /ayuda para ver los comandos.");
    }

    [Fact]
    public async Task Commands_are_answered_to_their_user_alone_and_not_stored()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendAsync("/listar\n/username\n/hora\n/ayuda\n/otra\n#\n");
        await party["ana"].ReadAllSoFarAsync();

        Assert.Empty(await party["beto"].ReadAllSoFarAsync());
        await party.EndQuietlyAsync();
        Assert.Empty(party.Server.Database.Messages());
    }
}
