using System.Text.RegularExpressions;
using ActorChat.Server.CommandLine;
using ActorChat.Tests.Storage.MySql;

namespace ActorChat.Tests.EndToEnd.Storage;

/// <summary><c>--token</c>, <c>--revoke-token</c> and <c>--tokens</c> of the real program, beside a server that runs, with both databases.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class TokenTests(MariaDbFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_is_shown_once_listed_without_it_and_revoked(bool isOnServer)
    {
        using var maria = isOnServer ? fixture.NewDatabase() : null;
        var settings = maria is null ? [] : MySqlMessagesTests.Settings(maria.Options);
        using var server = await ServerProcess.StartAsync(_folder.Path, settings);
        var made = await RunAsync(["--token", "CI", .. settings]);
        Assert.Equal((ExitCode.Success, "[OK] Ficha de 'CI' creada. Guárdala ahora: no se volverá a mostrar.\n"), (made.ExitCode, made.Errors));
        Assert.Matches("^actorchat_[A-Za-z0-9_-]{43}\n$", made.Output);
        var again = await RunAsync(["--token", "ci", .. settings]);
        Assert.Equal((ExitCode.Usage, "", "[ERROR] 'ci' ya tiene una ficha: retírala antes con --revoke-token, o elige otro nombre.\n"), again);
        var listed = await RunAsync(["--tokens", .. settings]);
        Assert.Matches(new Regex("^CI: creada 20..-..-..T..:..:..Z, aún no usada\n$"), listed.Output);
        Assert.Equal((ExitCode.Success, "[OK] Ficha de 'CI' retirada: ya no vale.\n", ""), await RunAsync(["--revoke-token", "CI", .. settings]));
        Assert.Equal(ExitCode.Usage, (await RunAsync(["--revoke-token", "CI", .. settings])).ExitCode);
        Assert.Equal((ExitCode.Success, "No hay ninguna ficha; --token NOMBRE crea una.\n", ""), await RunAsync(["--tokens", .. settings]));
        await server.StopAsync();
    }

    [Theory]
    [InlineData(ExitCode.Usage, "Nickname no válido", "--token", "a b")]
    [InlineData(ExitCode.Usage, "está reservado para el servidor", "--token", "server")]
    [InlineData(ExitCode.DatabaseUnavailable, "No existe la base de datos", "--token", "ci")]
    [InlineData(ExitCode.DatabaseUnavailable, "No existe la base de datos", "--tokens")]
    public async Task What_cannot_be_done_is_one_line_and_makes_nothing(int exitCode, string line, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        Assert.Equal((exitCode, ""), (code, output));
        Assert.StartsWith("[ERROR] ", errors, StringComparison.Ordinal);
        Assert.Contains(line, errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var program = ServerProcess.StartWith(_folder.Path, arguments);
        return await program.FinishAsync();
    }
}
