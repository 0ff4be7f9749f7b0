using ActorChat.Client;
using ActorChat.Client.Arguments;
using ActorChat.Client.Chat;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;
using ActorChat.Client.State;

namespace ActorChat.Tests.Client.Chat;

/// <summary>A person at a terminal that shows plain lines; what a script sees stands in the tests of the process.</summary>
public sealed class ChatSessionTests : IDisposable
{
    private readonly WireServer _server = WireServer.Start();
    private readonly TemporaryFolder _folder = new();
    private readonly GracefulShutdown _shutdown = new(TimeSpan.FromDays(1), TimeProvider.System);
    private readonly RecordingOutput _output = new();

    [Fact]
    public async Task A_person_is_asked_as_the_server_asks_and_leaves_at_the_end_of_the_input()
    {
        var session = RunAsync(nick: null, new ScriptedInput("", "ana", "hola"));
        using var peer = await _server.AcceptAsync();
        Assert.Equal("ana", await peer.WelcomeAsync());
        Assert.Equal("hola", await peer.ReadLineAsync());
        await ExpectLeaveAsync(peer, session);
        Assert.StartsWith("Nickname: ⏎\nNickname: ⏎\n", _output.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nickname_of_the_command_line_is_the_answer_and_a_refused_one_is_asked_for_again()
    {
        var session = RunAsync("ana", new ScriptedInput("eva"));
        using var peer = await _server.AcceptAsync();
        Assert.Equal("ana", await peer.AskAsync());
        await peer.SendAsync("El nickname 'ana' ya está en uso. Elige otro.\n");
        Assert.Equal("eva", await peer.WelcomeAsync());
        await ExpectLeaveAsync(peer, session);
        Assert.Equal("eva", Remembered().Load());
    }

    [Fact]
    public async Task A_line_beyond_the_cap_is_reported_and_the_next_one_is_sent()
    {
        var session = RunAsync("ana", new ScriptedInput(null, "hola"));
        using var peer = await _server.AcceptAsync();
        await peer.WelcomeAsync();
        Assert.Equal("hola", await peer.ReadLineAsync());
        await ExpectLeaveAsync(peer, session);
        Assert.Contains($"<{Texts.Spanish.LineRefused(0, new InputFlaw.TooLong())}>\n", _output.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_insists_leaves_a_server_that_does_not_close()
    {
        var session = RunAsync("ana", new ScriptedInput());
        using var peer = await _server.AcceptAsync();
        await peer.WelcomeAsync();
        Assert.Equal("/salir", await peer.ReadLineAsync());
        _shutdown.Request();
        _shutdown.Request();

        Assert.Equal(ExitCode.Done, await session);
    }

    [Fact]
    public async Task A_server_with_other_words_of_welcome_lets_a_person_speak()
    {
        var session = RunAsync("ana", new ScriptedInput("hola"));
        using var peer = await _server.AcceptAsync();
        await peer.SendAsync("Who are you: ");
        Assert.Equal("ana", await peer.ReadLineAsync());
        await peer.SendAsync("Come in.\n");
        Assert.Equal("hola", await peer.ReadLineAsync());
        await ExpectLeaveAsync(peer, session);
    }

    [Fact]
    public async Task The_clients_own_commands_do_not_reach_the_server_but_help_does()
    {
        var session = RunAsync("ana", new ScriptedInput("/limpiar", "/reconnect", "/ayuda"));
        using var peer = await _server.AcceptAsync();
        await peer.WelcomeAsync();
        Assert.Equal("/ayuda", await peer.ReadLineAsync());
        await ExpectLeaveAsync(peer, session);
        Assert.Contains($"({Texts.Spanish.ClientHelp})\n", _output.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clients_own_commands_are_no_nicknames()
    {
        var session = RunAsync(nick: null, new ScriptedInput("/ayuda", "/limpiar", "/reconectar", "ana"));
        using var peer = await _server.AcceptAsync();
        Assert.Equal("ana", await peer.WelcomeAsync());
        await ExpectLeaveAsync(peer, session);
        Assert.Contains($"({Texts.Spanish.ClientHelp})\n", _output.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_command_is_for_the_server_and_the_one_of_ours_that_it_looks_like_is_named()
    {
        var session = RunAsync("ana", new ScriptedInput("/limpair", "/lisatr"));
        using var peer = await _server.AcceptAsync();
        await peer.WelcomeAsync();
        Assert.Equal("/limpair", await peer.ReadLineAsync());
        Assert.Equal("/lisatr", await peer.ReadLineAsync());
        await ExpectLeaveAsync(peer, session);
        Assert.Equal(2, _output.Shown.Split("Querías decir").Length);
        Assert.Contains($"({Texts.Spanish.DidYouMean("/limpiar")})\n", _output.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_thinks_about_the_nickname_for_too_long_enters_with_it_all_the_same()
    {
        var input = new LateInput();
        var session = RunAsync(nick: null, input);
        using (var first = await _server.AcceptAsync())
        {
            await first.SendAsync("Nickname: ");
            await first.SendAsync("Se cierra la conexión: no has elegido un nickname a tiempo. Vuelve a conectarte cuando quieras.\n");
        }

        await _output.WaitForAsync($"({Texts.Spanish.NicknameLater})\n");
        input.Type("", "/limpiar", "ana");
        using var peer = await _server.AcceptAsync();
        Assert.Equal("ana", await peer.WelcomeAsync());
        input.End();
        await ExpectLeaveAsync(peer, session);
    }

    [Fact]
    public async Task Who_looks_for_the_password_for_too_long_enters_with_it_all_the_same()
    {
        var input = new LateInput();
        var session = RunAsync("ana", input);
        using (var first = await _server.AcceptAsync())
        {
            Assert.Equal("ana", await first.AskAsync(isNumbered: true));
            await first.SendAsync("Clave: ");
            await _output.WaitForAsync("Clave: ");
            await first.SendAsync("Closing the connection: you did not choose a nickname in time. Connect again whenever you like.\n");
        }

        await _output.WaitForAsync($"({Texts.Spanish.NicknameLater})\n");
        input.Type("secreta");
        using var peer = await _server.AcceptAsync();
        Assert.Equal("ana", await peer.AskAsync(isNumbered: true));
        await peer.SendAsync("Clave: ");
        Assert.Equal("secreta", await peer.ReadLineAsync());
        await peer.SendAsync("Bienvenido, ana.\n");
        await peer.AnswerRequestsAsync();
        input.End();
        await ExpectLeaveAsync(peer, session);
        Assert.DoesNotContain("secreta", _output.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_instead_of_giving_a_nickname_too_late_does_not_connect_again()
    {
        var input = new LateInput();
        var session = RunAsync(nick: null, input);
        using (var first = await _server.AcceptAsync())
            await first.SendAsync("Nickname: Se cierra la conexión: no has elegido un nickname a tiempo. Vuelve a conectarte cuando quieras.\n");

        input.Type("/salir");
        Assert.Equal(ExitCode.Done, await session);
    }

    public void Dispose()
    {
        _server.Dispose();
        _shutdown.Dispose();
        _folder.Dispose();
    }

    private static async Task ExpectLeaveAsync(WirePeer peer, Task<ExitCode> session)
    {
        Assert.Equal("/salir", await peer.ReadLineAsync());
        peer.Dispose();
        Assert.Equal(ExitCode.Done, await session);
    }

    private RememberedNickname Remembered() => new(new StateFolder(_folder.File("state")));

    private Task<ExitCode> RunAsync(string? nick, IInput input)
    {
        var options = new ClientOptions(ClientMode.Chat, new ServerAddress("127.0.0.1", _server.Port), nick);
        var console = new PlainConsole(input, _output, new TextRenderer(Texts.Spanish));
        var connector = new ServerConnector(options, new KnownCertificates(new StateFolder("/dev/null")), console, Texts.Spanish);
        return new ChatSession(options, connector, Texts.Spanish, console, _shutdown, Remembered(), TimeProvider.System).RunAsync().WaitAsync(TestTimeout.Limit);
    }
}
