using ActorChat.Server.Hosting;
using ClientExitCode = ActorChat.Client.ExitCode;

namespace ActorChat.Tests.EndToEnd.Outputs;

/// <summary>Outputs that are full, closed, or read by nobody.</summary>
public sealed class UnwritableOutputTests : IDisposable
{
    private static readonly string[] Serve = ["--set", "actorchat.chat.port=0", "--set", "actorchat.confirmation.port=0", "--set", "actorchat.web.enabled=off"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(">/dev/full", "--help")]
    [InlineData(">&-", "--version")]
    [InlineData(">/dev/full", "--print-config")]
    public async Task A_text_that_cannot_be_shown_is_one_line_and_exit_code_74(string redirections, string option)
    {
        var (exitCode, _, errors) = await ServerAsync(redirections, option);

        Assert.StartsWith("[ERROR] No se puede escribir en la salida estándar: ", errors, StringComparison.Ordinal);
        Assert.Equal(errors.Length - 1, errors.IndexOf('\n', StringComparison.Ordinal));
        Assert.Equal(74, exitCode);
    }

    [Theory]
    [InlineData(0, ">/dev/full", "--check")]
    [InlineData(0, ">&-", "--check")]
    [InlineData(64, "2>/dev/full", "--nonsense")]
    [InlineData(64, "2>&-", "--nonsense")]
    [InlineData(74, ">&- 2>&-", "--help")]
    public async Task The_exit_code_tells_what_no_output_can(int code, string redirections, string option) =>
        Assert.Equal((code, "", ""), await ServerAsync(redirections, option));

    [Fact]
    public async Task A_finished_backup_is_a_success_whatever_happens_to_its_message()
    {
        using (var server = await ServerProcess.StartAsync(_folder.Path))
            await server.StopAsync();

        Assert.Equal((0, "", ""), await ServerAsync(">/dev/full", "--backup", "copia.db"));
        Assert.True(File.Exists(_folder.File("copia.db")));
    }

    [Theory]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    public async Task Without_standard_output_the_server_serves_and_stops_cleanly(string redirections)
    {
        using var server = RedirectedProcess.Start(typeof(ServerProgram), _folder.Path, redirections, Serve);
        await server.Errors.WaitForAsync("No se puede escribir en la salida estándar: ");
        await server.SignalAsync("QUIT");
        await server.Errors.WaitForAsync("No hay conexiones.");

        var (exitCode, _, errors) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.Single(errors.Split('\n'), line => line.Contains("salida estándar", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2>/dev/full")]
    [InlineData("2>&-")]
    public async Task Without_standard_error_the_server_serves_and_stops_cleanly(string redirections)
    {
        using var server = RedirectedProcess.Start(typeof(ServerProgram), _folder.Path, redirections, Serve);
        await using (await WireClient.JoinAsync(await ChatOfAsync(server), "ana"))
        {
            var (exitCode, output, _) = await server.StopAsync();
            Assert.EndsWith("\n[INFO] Servidor detenido.\n", output, StringComparison.Ordinal);
            Assert.Equal(0, exitCode);
        }
    }

    [Fact]
    public async Task A_log_that_nobody_reads_harms_neither_the_chat_nor_the_stop()
    {
        const int Messages = 400;

        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [_folder.File("unread")]))
            await mkfifo.WaitForExitAsync();

        // The server has both ends of the pipe, which holds some 64 KiB; at DEBUG each message makes several lines.
        using var server = RedirectedProcess.Start(
            typeof(ServerProgram), _folder.Path, "3<>unread 2>&3", [.. Serve, "--set", "actorchat.limits.messages-per-second=0", "--set", "akka.actor.debug.receive=on", "--log-level", "DEBUG"]);
        var chat = await ChatOfAsync(server);
        await using var beto = await WireClient.JoinAsync(chat, "beto");
        await using var ana = await WireClient.JoinAsync(chat, "ana");
        await beto.ExpectLineAsync("* ana se ha conectado");
        for (var number = 0; number < Messages; number++)
        {
            await ana.SendLineAsync($"{number}");
            await beto.ExpectLineAsync($"ana: {number}");
        }

        var (exitCode, output, _) = await server.StopAsync();
        Assert.EndsWith("El servidor se está deteniendo.\n", await beto.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.EndsWith("\n[INFO] Servidor detenido.\n", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData(ClientExitCode.ConsoleFailed, ">/dev/full", "--help")]
    [InlineData(ClientExitCode.ConsoleFailed, ">&-", "--version")]
    [InlineData(ClientExitCode.ConsoleFailed, ">&- 2>&-", "--help")]
    [InlineData(ClientExitCode.WrongArguments, "2>/dev/full", "--nonsense")]
    [InlineData(ClientExitCode.WrongArguments, "2>&-", "--nonsense")]
    internal async Task The_client_ends_with_its_exit_code_too(ClientExitCode code, string redirections, string option)
    {
        using var client = RedirectedProcess.Start(typeof(ClientExitCode), _folder.Path, redirections, option);
        var (exitCode, _, errors) = await client.FinishAsync();

        Assert.Equal(code, (ClientExitCode)exitCode);
        Assert.InRange(errors.Count(character => character == '\n'), 0, 1);
    }

    private async Task<(int ExitCode, string Output, string Errors)> ServerAsync(string redirections, params string[] arguments)
    {
        using var server = RedirectedProcess.Start(typeof(ServerProgram), _folder.Path, redirections, arguments);
        return await server.FinishAsync();
    }

    private static async Task<IPEndPoint> ChatOfAsync(RedirectedProcess server)
    {
        const string Sign = "[OK] Servidor escuchando en ";
        var text = await server.Output.WaitForAsync("(confirmación)\n");
        return IPEndPoint.Parse(text[Sign.Length..text.IndexOf(" (chat)", StringComparison.Ordinal)]);
    }
}
