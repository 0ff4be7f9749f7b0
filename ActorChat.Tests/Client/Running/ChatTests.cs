using System.Text.Json.Nodes;
using ActorChat.Client;

namespace ActorChat.Tests.Client.Running;

/// <summary>The real program against a server that the test plays.</summary>
public sealed class ChatTests : IDisposable
{
    private readonly WireServer _server = WireServer.Start();
    private ClientProcess? _client;
    private WirePeer? _peer;

    public void Dispose()
    {
        _peer?.Dispose();
        _client?.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task A_conversation_is_shown_as_it_comes_and_ends_as_the_user_wishes()
    {
        var (client, peer) = await StartAsync();

        await client.TypeAsync("añá\n");
        Assert.Equal("añá", await peer.WelcomeAsync());
        await client.TypeAsync("hola 😀\n");
        Assert.Equal("hola 😀", await peer.ReadLineAsync());
        await peer.SendAsync("beto: ¿qué tal?\n");
        await client.Output.WaitForAsync("¿qué tal?");
        await client.TypeAsync("/salir\n");
        Assert.Equal("/salir", await peer.ReadLineAsync());
        await peer.SendAsync("Hasta luego.\n");

        var run = await ExpectDoneAsync();
        Assert.EndsWith("Escribe /ayuda para ver los comandos.\nbeto: ¿qué tal?\nHasta luego.\n", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("Bienvenido, añá.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_sends_all_its_lines_and_then_completes_its_sending()
    {
        var (client, peer) = await StartAsync("--host", "localhost");
        await client.PipeAsync("ana\r\n\nhola\n/salir");

        Assert.Equal("ana", await peer.WelcomeAsync());
        Assert.Equal("\nhola\n/salir\n", await peer.ReadToEndAsync());
        await ExpectDoneAsync();
    }

    [Fact]
    public async Task After_the_end_of_the_input_everything_is_shown_until_the_server_closes()
    {
        var (client, peer) = await StartAsync();
        await client.PipeAsync("ana\n");

        await peer.WelcomeAsync();
        Assert.Equal("", await peer.ReadToEndAsync());
        await peer.SendAsync("uno\n");
        await client.Output.WaitForAsync("uno\n");
        await peer.SendAsync("dos");

        var run = await ExpectDoneAsync();
        Assert.EndsWith(".\nuno\ndos\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nickname_from_the_command_line_answers_the_prompt_before_any_input()
    {
        var (client, peer) = await StartAsync("--nick", "ana");
        await client.PipeAsync("hola\n");
        await peer.SendAsync("ActorChat\nNick");
        await client.Output.WaitForAsync("ActorChat\n");
        await peer.SendAsync("name: ");
        Assert.Equal("ana", await peer.ReadLineAsync());
        await peer.SendAsync("Bienvenido, ana.\n");

        Assert.Equal("hola\n", await peer.ReadToEndAsync());
        await ExpectDoneAsync();
    }

    [Fact]
    public async Task A_server_that_closes_unasked_is_reported()
    {
        var (client, peer) = await StartAsync();
        await peer.SendAsync("Nickname: ");
        peer.Dispose();

        var run = await client.FinishAsync();
        run.Failed(ExitCode.ConnectionLost, $"127.0.0.1:{_server.Port} ha cerrado la conexión");
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_reported_in_the_language_asked_for()
    {
        var (client, peer) = await StartAsync("--lang", "en");
        await EnterAsync();
        peer.Reset();

        (await client.FinishAsync()).Failed(ExitCode.ConnectionLost, $"The connection to 127.0.0.1:{_server.Port} is lost");
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_end_of_the_input_is_no_success()
    {
        var (client, peer) = await StartAsync();
        await client.PipeAsync("ana\nhola\n");
        await peer.WelcomeAsync();
        Assert.Equal("hola\n", await peer.ReadToEndAsync());
        peer.Reset();

        (await client.FinishAsync()).Failed(ExitCode.ConnectionLost, "Se ha perdido la conexión");
    }

    [Fact]
    public async Task Where_no_server_is_one_line_says_how_to_start_it()
    {
        using var nobody = WireServer.Absent();
        using var client = ClientProcess.Start(nobody);

        var run = await client.FinishAsync();
        run.Failed(ExitCode.CannotConnect, $"No hay ningún servidor en 127.0.0.1:{nobody.Port}");
        Assert.Contains("dotnet run --project ActorChat.Server", run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_named()
    {
        using var client = ClientProcess.Start("--host", "no-such-host.invalid");

        (await client.FinishAsync()).Failed(ExitCode.CannotConnect, "no-such-host.invalid");
    }

    [Fact]
    public async Task A_hostile_server_reaches_no_terminal_and_breaks_nothing()
    {
        var (client, peer) = await StartAsync();
        var longLine = new string('x', 10_000_000);
        await EnterAsync();
        await peer.SendAsync("\u001B[2J\u001B]0;título\u0007uno\u202E\u2067\r\n\u009B31mdos\0\u001B");
        await client.Output.WaitForAsync("uno\n");
        await peer.SendAsync([(byte)'[', (byte)'H', 0xF0, 0x9F]);
        await peer.SendAsync([0x98, 0x80, 0xFF, (byte)'\n']);
        await peer.SendAsync(longLine + "\n");
        await peer.SendAsync([(byte)'f', (byte)'i', (byte)'n', 0xC3]);
        await client.PipeAsync("");
        await peer.ReadToEndAsync();

        var run = await ExpectDoneAsync();
        Assert.EndsWith($".\nuno\ndos😀\uFFFD\n{longLine}\nfin\uFFFD\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_10_MB_is_sent_whole()
    {
        var (client, peer) = await StartAsync();
        var line = string.Concat(Enumerable.Repeat("ñ", 5_000_000));
        await EnterAsync();
        var received = peer.ReadToEndAsync();
        await client.PipeAsync(line);

        Assert.Equal(line + "\n", await received);
        await ExpectDoneAsync();
    }

    [Fact]
    public async Task Input_that_the_server_no_longer_reads_is_not_called_sent()
    {
        var (client, peer) = await StartAsync();
        await EnterAsync();
        peer.Dispose();

        Assert.Equal(ExitCode.ConnectionLost, (await client.FinishAsync()).Code);
    }

    [Fact]
    public async Task A_reader_that_has_had_enough_ends_it_without_a_complaint()
    {
        using var client = ClientProcess.StartBeforeHead(_server, "--nick", "bot", "--json");
        using var peer = await _server.AcceptAsync();
        await peer.WelcomeAsync();
        var finished = client.FinishAsync();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!finished.IsCompleted)
        {
            await peer.TrySendAsync("beto: ¿sigues ahí?\n");
            await ticks.WaitForNextTickAsync();
        }

        var run = await finished;
        Assert.Equal("EXIT 74\n", run.Errors);
        Assert.Contains("\"welcome\"", Assert.Single(run.Output.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_the_server_turns_out_after_its_last_line_has_failed()
    {
        var (client, peer) = await StartAsync("--rate", "0");
        await client.PipeAsync("ana\n" + string.Concat(Enumerable.Range(1, 1000).Select(number => $"{number}\n")));
        await peer.WelcomeAsync();
        Assert.EndsWith("\n999\n1000\n", await peer.ReadToEndAsync(), StringComparison.Ordinal);
        await peer.SendAsync("Se cierra la conexión: llevas demasiado tiempo enviando mensajes más deprisa de lo permitido.\n");
        peer.Dispose();

        (await client.FinishAsync()).Failed(ExitCode.ConnectionLost, "ha cerrado la conexión");
    }

    [Theory]
    [InlineData("Se cierra la conexión: te han expulsado del servidor: spam.")]
    [InlineData("Closing the connection. You are banned from this server until 2026-11-28 10:00.")]
    public async Task A_script_that_those_in_charge_put_out_can_tell_so_by_its_exit_code(string why)
    {
        var (client, peer) = await StartAsync();
        await EnterAsync();
        await peer.SendAsync($"{why}\n");
        peer.Dispose();

        (await client.FinishAsync()).Failed(ExitCode.PutOut, "te ha sacado de él");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task A_signal_leaves_as_the_command_does(string signal)
    {
        var (client, peer) = await StartAsync();
        await EnterAsync();
        await client.Output.WaitForAsync("Bienvenido, ana.");
        await client.TypeAsync("hola\n");
        await peer.ReadLineAsync();
        await client.SignalAsync(signal);

        Assert.Equal("/salir", await peer.ReadLineAsync());
        await peer.SendAsync("Hasta luego.\n");
        var run = await ExpectDoneAsync();
        Assert.EndsWith(".\nHasta luego.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_signal_ends_it_at_once_and_the_exit_code_tells()
    {
        var (client, peer) = await StartAsync("--nick", "ana");
        await peer.WelcomeAsync();
        await client.TypeAsync("hola\n");
        Assert.Equal("hola", await peer.ReadLineAsync());
        await client.SignalAsync("INT");
        Assert.Equal("/salir", await peer.ReadLineAsync());
        await client.SignalAsync("INT");

        var run = await client.FinishAsync();
        Assert.Equal("", run.Errors);
        Assert.Equal(ExitCode.Interrupted, run.Code);
    }

    [Fact]
    public async Task A_server_that_does_not_say_goodbye_keeps_nobody()
    {
        var (client, peer) = await StartAsync("--nick", "ana");
        await peer.SendAsync("hola\n");
        await client.Output.WaitForAsync("hola\n");
        await client.SignalAsync("INT");

        (await client.FinishAsync()).IsDone();
    }

    [Theory]
    [InlineData("El nickname 'ana' ya está en uso. Elige otro.")]
    [InlineData("Invalid nickname: use 1 to 32 letters, digits, '-', '_' or '.'. Choose another one.")]
    [InlineData("¡Ese no!")]
    public async Task A_refused_nickname_ends_a_script_before_its_messages_are_taken_for_nicknames(string why)
    {
        var (client, peer) = await StartAsync();
        await client.PipeAsync("ana\nhola\n");
        await peer.SendAsync("Nickname: ");
        Assert.Equal("ana", await peer.ReadLineAsync());
        await peer.SendAsync($"{why}\nNickname: ");

        Assert.Equal("", await peer.ReadToEndAsync());
        peer.Dispose();
        var run = await client.FinishAsync();
        run.Failed(ExitCode.NicknameRefused, "no acepta el nickname");
        Assert.Equal($"{why}\n", run.Output);
    }

    [Fact]
    public async Task Json_is_one_object_a_line()
    {
        var (client, peer) = await StartAsync("--json", "--nick", "ana");
        await peer.WelcomeAsync(isNumbered: true);
        await peer.SendAsync("[general 7 2026-11-21T11:05:00.000Z past] beto: \"¿qué?\" \\ 😀\n[privado] beto: a ti\n* eva se ha conectado\n");
        await client.Output.WaitForAsync("eva");
        await client.PipeAsync("");
        await peer.ReadToEndAsync();

        var run = await ExpectDoneAsync();
        var lines = run.Output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(["welcome", "room", "message", "private", "joined"], lines.Select(line => (string?)line["type"]));
        Assert.Equal("""["general"]""", lines[1]["rooms"]!.ToJsonString());
        Assert.Equal("\"¿qué?\" \\ 😀", (string?)lines[2]["text"]);
        Assert.Equal((7, true, "general"), ((int)lines[2]["number"]!, (bool)lines[2]["past"]!, (string?)lines[2]["room"]));
        Assert.Equal("beto", (string?)lines[3]["nick"]);
        Assert.All(lines, line => DateTimeOffset.Parse((string)line["time"]!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_program_is_told_that_a_password_is_wanted_and_gives_it_as_its_next_line()
    {
        var (client, peer) = await StartAsync("--json", "--nick", "ana");
        Assert.Equal("ana", await peer.AskAsync(isNumbered: true));
        await peer.SendAsync("Clave: ");
        await client.Output.WaitForAsync("\"password-wanted\"");
        await client.PipeAsync("secreto\nhola\n");
        Assert.Equal("secreto", await peer.ReadLineAsync());
        await peer.SendAsync("Bienvenido, ana.\n");

        Assert.Equal("hola\n", await peer.ReadToEndAsync());
        Assert.DoesNotContain("secreto", (await ExpectDoneAsync()).Output, StringComparison.Ordinal);
    }

    private async Task<(ClientProcess Client, WirePeer Peer)> StartAsync(params string[] arguments)
    {
        _client = ClientProcess.Start(_server, arguments);
        _peer = await _server.AcceptAsync();
        return (_client, _peer);
    }

    // As somebody who types.
    private async Task EnterAsync()
    {
        await _client!.TypeAsync("ana\n");
        await _peer!.WelcomeAsync();
    }

    // The server closes, and that was all.
    private async Task<ClientRun> ExpectDoneAsync()
    {
        _peer!.Dispose();
        var run = await _client!.FinishAsync();
        run.IsDone();
        return run;
    }
}
