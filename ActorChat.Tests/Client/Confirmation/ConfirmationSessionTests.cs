using ActorChat.Client;
using ActorChat.Client.Arguments;
using ActorChat.Client.Confirmation;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;
using ActorChat.Client.State;

namespace ActorChat.Tests.Client.Confirmation;

/// <summary>A person at the terminal; what a script sees stands in the tests of the process.</summary>
public class ConfirmationSessionTests
{
    [Fact]
    public async Task A_person_is_prompted_for_each_message_until_the_closing_word()
    {
        using var server = WireServer.Start();
        var output = new RecordingOutput();
        var session = RunAsync(server, new ScriptedInput("hola", "", "  ", "éxito", "nunca"), output);
        await server.AnswerAsync("hola", "Mensaje recibido: hoy\n");

        Assert.Equal(ExitCode.Done, await session);
        Assert.Equal("> ⏎\n[SERVIDOR] Mensaje recibido: hoy\n> ⏎\n> ⏎\n> ⏎\n", output.Shown);
    }

    [Fact]
    public async Task A_person_goes_on_after_a_message_that_was_not_confirmed_and_the_exit_code_remembers_it()
    {
        using var server = WireServer.Start();
        var output = new RecordingOutput();
        var session = RunAsync(server, new ScriptedInput("uno", "dos", "tres"), output);
        await server.AnswerAsync("uno", "Mensaje recibido: hoy\n");
        await server.AnswerAsync("dos", "");
        await server.AnswerAsync("tres", "Mensaje recibido: hoy\n");

        Assert.Equal(ExitCode.ConnectionLost, await session);
        Assert.Equal(
            $"> ⏎\n[SERVIDOR] Mensaje recibido: hoy\n> ⏎\n<{Texts.Spanish.NotConfirmed("dos", Texts.Spanish.Unanswered)}>\n> ⏎\n[SERVIDOR] Mensaje recibido: hoy\n> ",
            output.Shown);
    }

    [Fact]
    public async Task A_line_beyond_the_cap_is_reported_and_not_sent()
    {
        using var server = WireServer.Absent();
        var output = new RecordingOutput();

        Assert.Equal(ExitCode.InputRefused, await RunAsync(server, new ScriptedInput([null]), output));
        Assert.Equal($"> ⏎\n<{Texts.Spanish.LineRefused(0, new InputFlaw.TooLong())}>\n> ", output.Shown);
    }

    private static async Task<ExitCode> RunAsync(WireServer server, ScriptedInput input, RecordingOutput output)
    {
        using var shutdown = new GracefulShutdown(TestTimeout.Limit, TimeProvider.System);
        var options = new ClientOptions(ClientMode.Confirmation, new ServerAddress("127.0.0.1", server.Port), Nick: null);
        var console = new PlainConsole(input, output, new TextRenderer(Texts.Spanish));
        var connector = new ServerConnector(options, new KnownCertificates(new StateFolder("/dev/null")), console, Texts.Spanish);
        return await new ConfirmationSession(options, connector, Texts.Spanish, console, shutdown, TimeProvider.System).RunAsync().WaitAsync(TestTimeout.Limit);
    }
}
