using System.Text.RegularExpressions;
using ActorChat.Tests.Architecture;

namespace ActorChat.Tests.EndToEnd.Outputs;

/// <summary>The look at the actors of a real process.</summary>
public sealed partial class AdminConsoleTests : IDisposable
{
    private const string Invitation = "Escribe 'ayuda'";
    private const string Stopping = "[INFO] El servidor se detiene.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SIGQUIT_puts_the_report_into_the_log_and_the_server_goes_on()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await server.SignalAsync("QUIT");
        await server.Errors.WaitForAsync("1 conexión, 1 con nickname");
        var errors = await server.Errors.WaitForAsync(ana.Local.ToString()!);
        Assert.Contains(" INFO ", errors, StringComparison.Ordinal);

        await ana.AskAsync("/username", "Tu nickname es ana");
        Assert.Equal(0, (await server.StopAsync()).ExitCode);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.es.md")]
    public async Task The_first_output_is_the_one_in_the_README(string readme)
    {
        using var terminal = new PseudoTerminal();
        using var server = await ServerProcess.StartAtAsync(terminal.Path, _folder.Path, "--set", "actorchat.web.enabled=on");
        await server.Output.WaitForAsync("actores.\n");
        await server.Errors.WaitForAsync("SQLite");
        var (_, output, errors) = await server.StopAsync("INT");
        var shown = WebPort().Replace(output[..output.IndexOf(Stopping, StringComparison.Ordinal)], ":8080/")
            .Replace($":{server.Chat.Port} ", ":1234 ", StringComparison.Ordinal)
            .Replace($":{server.Confirmation.Port} ", ":5000 ", StringComparison.Ordinal);

        var documented = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, readme));
        Assert.Contains($"```\n{shown}{Log().Replace(errors.Split('\n')[0], "12:00:00.000$1'/home/ana/ActorChat/mensajes.db'$2")}", documented, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_at_the_terminal_is_answered_and_its_end_is_not_the_end_of_the_server()
    {
        using var terminal = new PseudoTerminal();
        using var server = await ServerProcess.StartAtAsync(terminal.Path, _folder.Path);
        await server.Output.WaitForAsync(Invitation);
        await terminal.TypeLineAsync("conexiones");
        await server.Output.WaitForAsync("No hay conexiones.\n");
        await terminal.TypeLineAsync("ayuda");
        await terminal.EndInputAsync();
        await server.Output.WaitForAsync("ocupados: ");

        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await server.SignalAsync("QUIT");
        await server.Errors.WaitForAsync("1 conexión, 1 con nickname");
        var (exitCode, output, _) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.EndsWith("\n[INFO] Servidor detenido.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_through_a_pipe_is_no_question()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        await server.PipeAsync("conexiones\n");
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        var (exitCode, output, _) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("conexiones", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Invitation, output, StringComparison.Ordinal);
    }

    // The time, the path and the version of SQLite are not the same everywhere.
    [GeneratedRegex(@":\d+/")]
    private static partial Regex WebPort();

    [GeneratedRegex(@"^\S+( .*? )'.*'( .* )\S+$")]
    private static partial Regex Log();
}
