namespace ActorChat.Tests.Client.Screens;

/// <summary>A person's whole stay, with the real server and with hostile ones.</summary>
public sealed class LivingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WireServer _server = WireServer.Start();
    private TmuxScreen? _screen;
    private WirePeer? _peer;

    public void Dispose()
    {
        _peer?.Dispose();
        _screen?.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_newcomer_chats_and_leaves_a_terminal_in_order()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        using var screen = await TmuxScreen.StartAsync(_folder, server.Chat.Port);
        await screen.EnterAsync("ana");
        await screen.WaitForLastRowAsync("ana>");
        using var beto = ClientProcess.Start("--port", Port(server), "--nick", "beto");
        await beto.Output.WaitForAsync("Bienvenido, beto.");
        await screen.EnterAsync("hola");
        await beto.Output.WaitForAsync("ana: hola\n");
        await beto.TypeAsync("¿qué tal, Ana?\n#ana solo para ti\n");

        var text = await screen.WaitForAsync("[privado] beto: solo para ti");
        Assert.Matches(@"\d\d:\d\d ana: hola\n\d\d:\d\d ! beto: ¿qué tal, Ana\?\n", text);
        await screen.EnterAsync("/ayuda");
        await screen.WaitForAsync("##texto");
        await screen.PressAsync("C-c");
        text = await screen.WaitForAsync("EXIT 0");
        Assert.Contains("Hasta luego, ana.\nEXIT 0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ana>", text, StringComparison.Ordinal);

        // The terminal echoes and edits by itself again.
        await screen.TypeAsync("ecoo");
        await screen.PressAsync("BSpace");
        await screen.WaitForLastRowAsync("eco");
    }

    [Fact]
    public async Task A_server_that_is_killed_in_mid_typing_and_started_again_costs_no_letter()
    {
        using var first = await ServerProcess.StartAsync(_folder.Path);
        using var screen = await TmuxScreen.StartAsync(_folder, first.Chat.Port);
        await screen.EnterAsync("ana");
        await screen.WaitForLastRowAsync("ana>");
        await screen.TypeAsync("esto lo esc");
        await first.KillAsync();
        await screen.WaitForLastRowAsync("ana (reconectando)> esto lo esc");
        await screen.TypeAsync("ribo sin servidor");
        await screen.PressAsync("Enter");
        await screen.WaitForAsync("Sin conexión");
        await screen.WaitForLastRowAsync("ana (reconectando)> esto lo escribo sin servidor");

        using var second = ServerProcess.StartWith(
            _folder.Path, "--set", $"actorchat.chat.port={Port(first)}", "--set", "actorchat.confirmation.port=0", "--set", "actorchat.web.enabled=off");
        await second.WaitUntilReadyAsync();
        await screen.PressAsync("C-r");
        await screen.WaitForLastRowAsync("ana> esto lo escribo sin servidor");
        await screen.WaitForAsync("De vuelta como ana");
        using var beto = ClientProcess.Start("--port", Port(second), "--nick", "beto");
        await beto.Output.WaitForAsync("Bienvenido, beto.");
        await screen.PressAsync("Enter");
        await beto.Output.WaitForAsync("ana: esto lo escribo sin servidor\n");
    }

    [Fact]
    public async Task After_a_loss_what_was_missed_is_shown_once_and_what_did_not_arrive_is_offered_again()
    {
        var (screen, peer) = await EnterAsync(isNumbered: true);
        await peer.AnswerRequestsAsync();
        foreach (var line in new[] { "uno", "dos", "/hora", "tres" })
        {
            await screen.EnterAsync(line);
            Assert.Equal(line, await peer.ReadLineAsync());
        }

        await peer.SendAsync("[general 1 2026-11-28T10:00:00.000Z] ana: uno\n");
        await screen.WaitForAsync("ana: uno\n");
        peer.Reset();

        using var again = await _server.AcceptAsync();
        Assert.Equal("ana", await again.AskAsync(isNumbered: true));
        await again.SendAsync("El nickname 'ana' ya está en uso. Elige otro.\n");
        Assert.Equal("ana", await again.WelcomeAsync());
        await again.SendAsync("[general 3 2026-11-28T10:00:02.000Z past] beto: ¿ana?\n");
        var asked = new[] { await again.ReadLineAsync(), await again.ReadLineAsync(), await again.ReadLineAsync() };
        Assert.Contains("/historial tras 1 general", asked);
        await again.SendAsync(
            "[general 2 2026-11-28T10:00:01.000Z past] ana: dos\n[general 3 2026-11-28T10:00:02.000Z past] beto: ¿ana?\n[general past 2 3 end]\n");
        var text = await screen.WaitForLastRowAsync("ana> tres");
        Assert.Matches("-- De vuelta como ana\\.\n[^\n]*< ana: dos\n[^\n]*< ! beto: ¿ana\\?\n[^\n]*«tres»\nana> tres", text);
        await screen.PressAsync("Enter");
        Assert.Equal("tres", await again.ReadLineAsync());
    }

    [Fact]
    public async Task A_welcome_that_was_the_last_line_before_a_loss_lets_in_again()
    {
        var (screen, peer) = await EnterAsync();
        peer.Reset();

        using var again = await _server.AcceptAsync();
        Assert.Equal("ana", await again.WelcomeAsync());
        await screen.WaitForAsync("De vuelta como ana");
        await screen.WaitForLastRowAsync("ana>");
    }

    [Fact]
    public async Task A_password_is_neither_on_the_screen_nor_in_a_file_and_takes_the_nickname_again_after_a_loss()
    {
        using var first = await ServerProcess.StartAsync(_folder.Path);
        using var screen = await TmuxScreen.StartAsync(_folder, first.Chat.Port);
        await screen.EnterAsync("ana");
        await screen.WaitForLastRowAsync("ana>");
        await screen.EnterAsync("/registrar");
        await screen.WaitForLastRowAsync("Clave nueva:");
        await screen.EnterAsync("contraseña1");
        await screen.WaitForLastRowAsync("Clave nueva, otra vez:");
        await screen.EnterAsync("contraseña1");
        await screen.WaitForAsync("El nickname 'ana' es tuyo");

        // What is refused is not remembered in its place.
        await screen.EnterAsync("/baja contraseña3");
        await screen.WaitForAsync("La clave de 'ana' no es esa.");
        await screen.EnterAsync("/clave contraseña3 contraseña4");
        await screen.WaitAsync(text => text.Split("La clave de 'ana' no es esa.").Length is 3);
        await first.KillAsync();
        await screen.WaitForAsync("(reconectando)");

        using var second = ServerProcess.StartWith(
            _folder.Path, "--set", $"actorchat.chat.port={Port(first)}", "--set", "actorchat.confirmation.port=0", "--set", "actorchat.web.enabled=off");
        await second.WaitUntilReadyAsync();
        await screen.PressAsync("C-r");
        await screen.WaitForAsync("De vuelta como ana");
        using var stranger = await TmuxScreen.StartAsync(_folder, first.Chat.Port);
        await stranger.EnterAsync("/identificar ana contraseña2");
        await stranger.WaitForAsync("La clave de 'ana' no es esa.");

        foreach (var one in (TmuxScreen[])[screen, stranger])
            Assert.DoesNotContain("contraseña", await one.LookAsync(), StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(_folder.Path, "actorchat")))
            Assert.DoesNotContain("contraseña", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_displaced_by_another_client_of_the_same_person_comes_back_only_when_told_to()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        using var first = await TmuxScreen.StartAsync(_folder, server.Chat.Port);
        await first.EnterAsync("ana");
        await first.WaitForLastRowAsync("ana>");
        await first.EnterAsync("/registrar contraseña1");
        await first.WaitForAsync("El nickname 'ana' es tuyo");

        using var second = await TmuxScreen.StartAsync(_folder, server.Chat.Port);
        await second.EnterAsync("/identificar ana contraseña1");
        await second.WaitForAsync("Bienvenido, ana.");
        await first.WaitForAsync("el dueño de tu nickname ha entrado con su clave.");
        await first.WaitForAsync(ActorChat.Client.Resources.Texts.Spanish.NotTryingAgain);
        await first.WaitForLastRowAsync("ana (desconectado)>");

        await first.EnterAsync("/reconectar");
        await first.WaitForAsync("De vuelta como ana");
        await first.WaitForLastRowAsync("ana>");
        await second.WaitForLastRowAsync("ana (desconectado)>");
    }

    [Fact]
    public async Task Who_is_expelled_from_the_server_comes_back_only_when_told_to()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--operator", "ana");
        using var ana = await TmuxScreen.StartAsync(_folder, server.Chat.Port);
        await ana.EnterAsync("/registrar ana contraseña1");
        await ana.WaitForLastRowAsync("ana>");
        using var beto = await TmuxScreen.StartAsync(_folder, server.Chat.Port, arguments: "--nick beto", prompt: "beto>");
        await ana.EnterAsync("/expulsar servidor beto basta");
        await beto.WaitForAsync("te han expulsado del servidor: basta.");
        await beto.WaitForLastRowAsync("beto (desconectado)>");

        await beto.EnterAsync("/reconectar");
        await beto.WaitForAsync("De vuelta como beto");
        await beto.WaitForLastRowAsync("beto>");
    }

    [Fact]
    public async Task What_the_server_refuses_is_not_called_lost_after_a_loss()
    {
        var (screen, peer) = await EnterAsync(isNumbered: true);
        await peer.AnswerRequestsAsync();
        foreach (var line in new[] { "muda", "#beto secreto", "@juegos hola", "perdida" })
        {
            await screen.EnterAsync(line);
            Assert.Equal(line, await peer.ReadLineAsync());
            if (line is "muda")
                await peer.SendAsync("En la sala general no puedes escribir hasta el 2026-11-28 10:00.\n");
        }

        await screen.WaitForAsync("no puedes escribir");
        peer.Reset();
        using var again = await _server.AcceptAsync();
        await again.WelcomeAsync(isNumbered: true);
        while (await again.ReadLineAsync() is not "/historial tras 0 general")
            ;
        await again.SendAsync("[general past 0 0 end]\n");
        var text = await screen.WaitForAsync("No ha llegado: «perdida»");
        Assert.Contains("No se sabe si ha llegado: «#beto secreto»", text, StringComparison.Ordinal);
        Assert.DoesNotContain("«muda»", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_Z_stops_it_and_fg_goes_on_with_what_came_meanwhile()
    {
        var (screen, peer) = await EnterAsync(isInShell: true);
        await screen.TypeAsync("a medias");
        await screen.WaitForLastRowAsync("ana> a medias");
        await screen.PressAsync("C-z");
        await screen.WaitForLastRowAsync("$");
        await peer.SendAsync("beto: ¿estás?\n");
        await screen.EnterAsync("echo Y la shell lee");
        await screen.WaitForAsync("\nY la shell lee\n$");
        await screen.EnterAsync("fg");
        await screen.WaitForAsync("beto: ¿estás?\n");
        await screen.WaitForLastRowAsync("ana> a medias");
        await screen.PressAsync("Enter");
        Assert.Equal("a medias", await peer.ReadLineAsync());
    }

    [Fact]
    public async Task Where_no_shell_would_let_it_go_on_Ctrl_Z_does_not_stop_it()
    {
        var (screen, peer) = await EnterAsync();
        await screen.PressAsync("C-z");

        // For a moment the terminal edits lines itself. What is typed in the middle of that change it does not let go back.
        await screen.TypeAsync("x");
        await screen.WaitForLastRowAsync("ana> x");
        await screen.TypeAsync("y");
        await screen.PressAsync("BSpace", "Enter");
        Assert.Equal("x", await peer.ReadLineAsync());
        await screen.WaitForAsync("ana: x\n");
        await screen.WaitForLastRowAsync("ana>");
    }

    [Fact]
    public async Task A_hostile_server_moves_no_cursor_and_tears_no_line()
    {
        var (screen, peer) = await EnterAsync();
        await screen.TypeAsync("a salvo");
        await peer.SendAsync("eva: \u001B[2J\u001B[Huno\u001B]0;x\u0007\u009B31m\u202Edos\u000B\b\b\n");
        await peer.SendAsync([(byte)'e', (byte)'v', (byte)'a', (byte)':', (byte)' ', 0xF0, 0x9F]);
        await screen.WaitForAsync("eva: unodos\n");
        await peer.SendAsync([0x98, 0x80, 0xC3, (byte)'\n']);
        var text = await screen.WaitForAsync("eva: 😀\uFFFD\n");
        Assert.Contains("Bienvenido, ana.", text, StringComparison.Ordinal);
        await screen.WaitForLastRowAsync("ana> a salvo");

        await peer.SendAsync($"eva: {new string('x', 10_000_000)}\neva: fin\n");
        await screen.WaitForAsync("eva: fin\n");
        await screen.WaitForAsync("caracteres más)");
        await screen.WaitForLastRowAsync("ana> a salvo");
        await screen.PressAsync("Enter");
        Assert.Equal("a salvo", await peer.ReadLineAsync());
    }

    [Fact]
    public async Task A_server_that_has_never_let_us_in_is_left_with_its_reason()
    {
        using var screen = await TmuxScreen.StartAsync(_folder, _server.Port, prompt: "conectando");
        using (var peer = await _server.AcceptAsync())
            await peer.SendAsync("El servidor está lleno. Vuelve a intentarlo más tarde.\n");

        var text = await screen.WaitForAsync("EXIT 4");
        Assert.Contains("El servidor está lleno.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_stops_is_heard_once_and_a_key_comes_back_with_a_line_half_typed()
    {
        var (screen, first) = await EnterAsync();
        await screen.TypeAsync("medio escr");
        await first.SendAsync("El servidor se está deteniendo.\n");
        first.Dispose();
        await screen.WaitForAsync("Ctrl+R");
        await screen.PressAsync("C-r");
        using (var peer = await _server.AcceptAsync())
            await peer.SendAsync("El servidor se está deteniendo.\n");

        using var again = await _server.AcceptAsync();
        await again.WelcomeAsync();
        await screen.WaitForLastRowAsync("ana> medio escr");
        var text = await screen.WaitForAsync("De vuelta como ana");
        Assert.Equal(2, text.Split("deteniendo").Length);
    }

    [Fact]
    public async Task A_nickname_that_was_refused_makes_way_for_the_next_one()
    {
        using var screen = await TmuxScreen.StartAsync(_folder, _server.Port, arguments: "--nick ana", prompt: ">");
        using var peer = await _server.AcceptAsync();
        Assert.Equal("ana", await peer.AskAsync());
        await peer.SendAsync("El nickname 'ana' ya está en uso. Elige otro.\nNickname: ");
        await screen.WaitForLastRowAsync("Nickname: ana");
        await screen.EnterAsync("beto");

        Assert.Equal("beto", await peer.ReadLineAsync());
    }

    [Fact]
    public async Task A_line_that_a_dumb_terminal_has_cut_is_not_taken_for_the_whole()
    {
        using var server = WireServer.Absent();
        using var screen = await TmuxScreen.StartAsync(_folder, server.Port, environment: "TERM=dumb", arguments: "--confirm", prompt: ">");
        await screen.EnterAsync(new string('x', 4200));
        await screen.WaitForAsync("no se ha enviado: el terminal");
        await screen.PressAsync("C-d");

        await screen.WaitForAsync("EXIT 65");
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("NO_COLOR=1", "", false)]
    [InlineData("", "--no-color", false)]
    public async Task Colours_are_there_unless_they_are_refused(string environment, string arguments, bool isColoured)
    {
        var (screen, peer) = await EnterAsync(environment, arguments);
        await peer.SendAsync("beto: hola\nbeto: hola ana\n[privado] beto: hola\n");
        await screen.WaitForAsync("[privado] beto: hola");

        var shown = await screen.LookAsync("-e");
        Assert.Equal(isColoured, shown.Contains("\u001B[", StringComparison.Ordinal));
        Assert.Matches(isColoured ? "\u001B\\[38;5;\\d+mbeto" : "beto", shown);
    }

    [Fact]
    public async Task A_dumb_terminal_gets_plain_lines()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        using var screen = await TmuxScreen.StartAsync(_folder, server.Chat.Port, environment: "TERM=dumb");
        await screen.EnterAsync("ana");
        await screen.WaitForAsync("\nBienvenido, ana.");
        await screen.EnterAsync("/username");
        await screen.WaitForAsync("\nTu nickname es ana");
        await screen.PressAsync("C-d");
        await screen.WaitForAsync("Hasta luego, ana.\nEXIT 0");
    }

    [Fact]
    public async Task The_confirmation_client_is_used_as_it_always_was()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        using var screen = await TmuxScreen.StartAsync(_folder, server.Confirmation.Port, arguments: "--confirm", prompt: ">");
        await screen.EnterAsync("primer mensaje");
        await screen.WaitAsync(text => text.Contains("[SERVIDOR] Mensaje recibido: ", StringComparison.Ordinal) && text.EndsWith("\n>", StringComparison.Ordinal));
        await screen.EnterAsync("éxito");

        var text = await screen.WaitForAsync("EXIT 0");
        Assert.Matches(@"\A> primer mensaje\n\[SERVIDOR\] Mensaje recibido: \S+\n> éxito\nEXIT 0\z", text);
    }

    // Ana at her terminal, let in by the server that the test plays.
    private async Task<(TmuxScreen Screen, WirePeer Peer)> EnterAsync(string environment = "", string arguments = "", bool isInShell = false, bool isNumbered = false)
    {
        _screen = await TmuxScreen.StartAsync(_folder, _server.Port, environment, $"--nick ana {arguments}", prompt: ">", isInShell);
        _peer = await _server.AcceptAsync();
        Assert.Equal("ana", await _peer.WelcomeAsync(isNumbered));
        await _screen.WaitForLastRowAsync("ana>");
        return (_screen, _peer);
    }

    private static string Port(ServerProcess server) => server.Chat.Port.ToString(CultureInfo.InvariantCulture);
}
