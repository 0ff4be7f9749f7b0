namespace ActorChat.Tests.Server.ChatPort;

public class JoiningTests
{
    private const string Prompt = "Nickname: ";
    private const string Rule = "Nickname no válido: usa de 1 a 32 letras, dígitos, '-', '_' o '.'. Elige otro.\n";

    private const string TooManyAttempts =
        "Demasiados nicknames rechazados: se cierra la conexión. Vuelve a conectarte para probar con otro.\n";

    [Fact]
    public async Task The_welcome_counts_the_members_and_only_the_others_are_told()
    {
        await using var server = await TestServer.StartAsync();
        await using var ana = await EnterAsync(server, "ana", 1);
        await using var beto = await EnterAsync(server, "beto", 2);
        await using var carla = await EnterAsync(server, "carla", 3);

        Assert.Equal(["* beto se ha conectado", "* carla se ha conectado"], await SeenByAsync(ana, "ana"));
        Assert.Equal(["* carla se ha conectado"], await SeenByAsync(beto, "beto"));
        Assert.Empty(await SeenByAsync(carla, "carla"));
    }

    [Theory]
    [InlineData("ana", "ana")]
    [InlineData("ana", "ANA")]
    [InlineData("Ana", "aNa")]
    [InlineData("Jos\u00e9", "jose\u0301")]
    [InlineData("jose\u0301", "JOS\u00c9")]
    [InlineData("ana", "\uff41\uff4e\uff41")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("jose", "j\u0307ose")]
    [InlineData("Beto", "\ua7b4eto")]
    [InlineData("ana", "ΑNΑ")]
    [InlineData("аna", "ana")]
    [InlineData("ana", "𝓪𝓷𝓪")]
    public async Task A_nickname_is_taken_only_once_whatever_its_case_Unicode_form_and_look(string first, string second)
    {
        await using var server = await TestServer.StartAsync();
        await using var ana = await EnterAsync(server, first, 1);
        await using var other = await WireClient.ConnectAsync(server.Chat);
        await other.SendLineAsync(second);
        await other.ExpectAsync($"{Prompt}El nickname '{second.Normalize()}' ya está en uso. Elige otro.\n{Prompt}");

        await other.AskAsync("otro", "Bienvenido, otro. Usuarios conectados: 2. Escribe /ayuda para ver los comandos.");
        Assert.Equal(["* otro se ha conectado"], await SeenByAsync(ana, first));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("dos palabras")]
    [InlineData("ana!")]
    [InlineData("#ana")]
    [InlineData("//listar")]
    [InlineData("\U0001f600")]
    [InlineData("\u0301a")]
    [InlineData("a\u200bna")]
    [InlineData("a\u001b[31mna")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddd")]
    public async Task An_invalid_nickname_is_answered_with_the_rule_and_the_prompt(string nickname)
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Chat);
        await client.SendLineAsync(nickname);
        await client.ExpectAsync(Prompt + Rule + Prompt);

        await client.AskAsync("ana", "Bienvenido, ana. Usuarios conectados: 1. Escribe /ayuda para ver los comandos.");
    }

    [Theory]
    [InlineData("ana", "ana")]
    [InlineData("a", "a")]
    [InlineData("  ana\t", "ana")]
    [InlineData("\ufeffana", "ana")]
    [InlineData("A-n_a.7", "A-n_a.7")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccdd", "aaaaaaaaaabbbbbbbbbbccccccccccdd")]
    [InlineData("Ñandú", "Ñandú")]
    [InlineData("アキラ", "アキラ")]
    [InlineData("Юля", "Юля")]
    [InlineData("e\u0301va", "\u00e9va")]
    [InlineData("क्षि", "क्षि")]
    public async Task A_valid_nickname_is_shown_as_it_was_typed(string typed, string shown)
    {
        await using var server = await TestServer.StartAsync();
        await using var witness = await EnterAsync(server, "testigo", 1);
        await using var client = await EnterAsync(server, typed, 2, shown);

        Assert.Equal([$"* {shown} se ha conectado"], await SeenByAsync(witness, "testigo"));
    }

    [Fact]
    public async Task Five_refused_nicknames_close_the_connection_and_nothing_after_them_counts()
    {
        await using var server = await TestServer.StartAsync();
        await using var ana = await EnterAsync(server, "ana", 1);
        await using var other = await WireClient.ConnectAsync(server.Chat);
        await other.SendAsync("\nANA\n#ayuda\nAna\nana\nlibre\nhola\n");

        const string Taken = "' ya está en uso. Elige otro.\n";
        Assert.Equal(
            $"{Prompt}{Rule}{Prompt}El nickname 'ANA{Taken}{Prompt}{Rule}{Prompt}El nickname 'Ana{Taken}{Prompt}El nickname 'ana{Taken}{TooManyAttempts}",
            await other.ReadToEndAsync());
        Assert.Empty(await SeenByAsync(ana, "ana"));

        await server.StopQuietlyAsync();
        Assert.Empty(server.Database.Messages());
    }

    [Theory]
    [InlineData("/salir")]
    [InlineData("/quit")]
    [InlineData("/SALIR ya")]
    public async Task Who_asks_to_leave_at_the_prompt_leaves(string command)
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Chat);
        await client.SendAsync($"{command}\nana\n");

        Assert.Equal($"{Prompt}Se cierra la conexión. Hasta luego.\n", await client.ReadToEndAsync());
        await server.StopQuietlyAsync();
        Assert.Contains("motivo: el usuario salió con /salir", Assert.Single(
            await server.LogAsync(), logged => logged.Message.ToString()!.StartsWith("Fin de la conexión", StringComparison.Ordinal)).Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/listar", "Para eso elige antes un nickname: de 1 a 32 letras, dígitos, '-', '_' o '.'.\n")]
    [InlineData("/username", "Para eso elige antes un nickname: de 1 a 32 letras, dígitos, '-', '_' o '.'.\n")]
    [InlineData("/hora", "Hora del servidor: 2025-09-07T12:00:00\n")]
    [InlineData("/slair", "Comando desconocido: /slair. ¿Querías decir /salir? Escribe /ayuda para ver los comandos.\n")]
    public async Task A_command_at_the_prompt_is_answered_and_the_prompt_comes_again(string command, string answer)
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithFixedClock());
        await using var client = await WireClient.ConnectAsync(server.Chat);
        await client.SendLineAsync(command);
        await client.ExpectAsync(Prompt + answer + Prompt);

        await client.SendLineAsync("ana");
        await client.ExpectAsync("Bienvenido, ana.");
    }

    [Fact]
    public async Task Help_at_the_prompt_says_what_to_type_there_and_what_afterwards()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Chat);
        await client.SendLineAsync("/ayuda");
        await client.ExpectAsync(Prompt);
        await client.ExpectLinesAsync([TestServer.Texts.CommandsBehindNickname, .. TestServer.Texts.Help]);
        await client.ExpectAsync(Prompt);
    }

    [Fact]
    public async Task Commands_at_the_prompt_count_as_attempts()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithFixedClock());
        await using var client = await WireClient.ConnectAsync(server.Chat);
        await client.SendAsync(string.Concat(Enumerable.Repeat("/hora\n", 100)));

        Assert.Equal(
            string.Concat(Enumerable.Repeat($"{Prompt}Hora del servidor: 2025-09-07T12:00:00\n", 5)) + TooManyAttempts, await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Four_refused_nicknames_are_forgiven()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await WireClient.ConnectAsync(server.Chat);
        await client.SendAsync("!\n!\n!\n!\nana\n");

        await client.ExpectAsync(Prompt + Rule + Prompt + Rule + Prompt + Rule + Prompt + Rule + Prompt + "Bienvenido, ana.");
    }

    private static async Task<WireClient> EnterAsync(TestServer server, string typed, int count, string? shown = null)
    {
        var client = await WireClient.ConnectAsync(server.Chat);
        await client.ExpectAsync(Prompt);
        await client.SendLineAsync(typed);
        await client.ExpectLineAsync(
            $"Bienvenido, {(shown ?? typed).Normalize()}. Usuarios conectados: {count}. Escribe /ayuda para ver los comandos.");
        return client;
    }

    // What the room has sent a member so far, up to a private message to itself.
    private static async Task<List<string>> SeenByAsync(WireClient member, string nickname)
    {
        await member.SendLineAsync($"#{nickname} fin");
        return await member.ReadUntilAsync($"[privado] {nickname.Normalize()}: fin");
    }
}
