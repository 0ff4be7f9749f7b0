using ActorChat.Server.CommandLine;
using ActorChat.Server.Storage.MySql;
using ActorChat.Tests.Architecture;
using ActorChat.Tests.Storage.MySql;

namespace ActorChat.Tests.EndToEnd.Storage;

/// <summary>The real server with its users on a real MariaDB server.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlUsersTests(MariaDbFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MySqlTestDatabase _users = fixture.NewDatabase();

    [Fact]
    public async Task Users_go_to_the_server_and_messages_to_the_file()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, Settings(_users.Options));
        await using (var ana = await WireClient.JoinAsync(server.Chat, "ana"))
        await using (var beto = await WireClient.JoinAsync(server.Chat, "Ñandú"))
        {
            await ana.ExpectLineAsync("* Ñandú se ha conectado");
            await beto.SendLineAsync("hola");
            await ana.ExpectLineAsync("Ñandú: hola");
        }

        var (exitCode, _, errors) = await server.StopAsync();

        Assert.Equal(ExitCode.Success, exitCode);
        Assert.Equal(["ana", "Ñandú"], _users.Query("SELECT nickname FROM clientes ORDER BY nickname").Select(row => row[0]));
        Assert.Empty(Rows.Of(_folder.Database, "SELECT nickname FROM clientes"));
        Assert.Single(Rows.Of(_folder.Database, "SELECT contenido FROM mensajes"));
        Assert.DoesNotContain(MariaDbServer.Password, errors, StringComparison.Ordinal);
        Assert.Contains($"Base de datos de los usuarios abierta: {_users.Options.Location}", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password", "falsa", "o la contraseña, tomada de actorchat.storage.mysql.password.")]
    [InlineData("password", "", "rechaza el usuario sin contraseña")]
    [InlineData("database", "no_hay", "No existe la base de datos 'no_hay'")]
    [InlineData("port", "1", "No se llega al servidor de la base de datos")]
    [InlineData("tls", "required", "no se puede cifrar")]
    public async Task What_is_wrong_at_the_start_is_one_line_and_exit_code_2(string key, string value, string line)
    {
        foreach (var first in new string[][] { [], ["--check"] })
        {
            using var server = ServerProcess.StartWith(
                _folder.Path, [.. first, .. Settings(_users.Options), "--set", $"actorchat.storage.mysql.{key}={value}"]);
            var (exitCode, output, errors) = await server.FinishAsync();

            Assert.Equal((ExitCode.DatabaseUnavailable, ""), (exitCode, output));
            var said = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), error => error.StartsWith("[ERROR]", StringComparison.Ordinal));
            Assert.Contains(line, said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_server_that_stays_frozen_does_not_hold_up_the_stop()
    {
        await using var maria = await fixture.StartServerAsync();
        using var users = new MySqlTestDatabase(maria, "redes");
        using var server = await ServerProcess.StartAsync(_folder.Path, Settings(users.Options));
        await maria.FreezeAsync();
        await using (await WireClient.JoinAsync(server.Chat, "ana"))
        {
        }

        var (exitCode, output, errors) = await server.StopAsync();
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.EndsWith("[INFO] Servidor detenido.\n", output, StringComparison.Ordinal);
        Assert.Contains("No se pudo anotar la conexión de 1 usuario:", errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _users.Dispose();
        _folder.Dispose();
    }

    /// <summary>What sends a server's users to this database.</summary>
    internal static string[] Settings(MySqlOptions options) =>
    [
        "--config", Path.Combine(RepositoryRoot.Path, "hocon/mysql.hocon"),
        "--set", $"actorchat.storage.mysql.port={options.Port}",
        "--set", $"actorchat.storage.mysql.database={options.Database}",
        "--set", $"actorchat.storage.mysql.user={options.User}",
        "--set", $"actorchat.storage.mysql.password={options.Password}",
    ];

    // Asked again and again: the database tells nobody that a row has come.
    internal static async Task BecomesAsync(MySqlTestDatabase users, string query, string value)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        while (users.Query(query).Single()[0] != value)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
