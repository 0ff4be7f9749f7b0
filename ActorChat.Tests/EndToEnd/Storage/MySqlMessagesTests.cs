using System.Diagnostics;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Storage.MySql;
using ActorChat.Tests.Storage.MySql;

namespace ActorChat.Tests.EndToEnd.Storage;

/// <summary>The real server with its messages, and its users, on a real MariaDB server.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlMessagesTests(MariaDbFixture fixture) : IDisposable
{
    private const string NotStored = "Error: el mensaje no se pudo guardar";

    private readonly TemporaryFolder _folder = new();
    private readonly MySqlTestDatabase _database = fixture.NewDatabase();

    [Fact]
    public async Task Messages_go_to_the_server_and_nothing_to_a_file()
    {
        for (var run = 0; run < 2; run++)
        {
            using var server = await ServerProcess.StartAsync(_folder.Path, Settings(_database.Options));
            await using (var ana = await WireClient.JoinAsync(server.Chat, "ana"))
            await using (var beto = await WireClient.JoinAsync(server.Chat, "beto"))
            {
                await ana.ExpectLineAsync("* beto se ha conectado");
                await SaysAsync(ana, beto, $"hola {run}");
            }

            await ConfirmsAsync(server, $"confirmado {run}");
            var (exitCode, _, errors) = await server.StopAsync();
            Assert.Equal(ExitCode.Success, exitCode);
            Assert.Contains($"Base de datos de los mensajes abierta: {_database.Options.Location}", errors, StringComparison.Ordinal);
            Assert.Contains("innodb_flush_log_at_trx_commit = 2", errors, StringComparison.Ordinal);
            Assert.DoesNotContain("SQLite", errors, StringComparison.Ordinal);
        }

        Assert.Equal(
            [["hola 0", "general", "1"], ["confirmado 0", null, null], ["hola 1", "general", "2"], ["confirmado 1", null, null]],
            _database.Query("SELECT contenido, sala, numero FROM mensajes ORDER BY id"));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Check_looks_at_the_server_and_at_no_file_and_a_copy_is_made_by_the_servers_own_tool()
    {
        using var check = ServerProcess.StartWith(_folder.Path, ["--check", .. Settings(_database.Options)]);
        var (exitCode, output, errors) = await check.FinishAsync();
        Assert.Equal((ExitCode.Success, ""), (exitCode, errors));
        Assert.Contains(_database.Options.Location, output, StringComparison.Ordinal);
        Assert.DoesNotContain("mensajes.db", output, StringComparison.Ordinal);
        Assert.DoesNotContain(MariaDbServer.Password, output, StringComparison.Ordinal);
        Assert.Empty(_database.Query("SHOW TABLES"));

        using var backup = ServerProcess.StartWith(_folder.Path, ["--backup", "copia.db", .. Settings(_database.Options)]);
        (exitCode, output, errors) = await backup.FinishAsync();
        Assert.Equal((ExitCode.Usage, ""), (exitCode, output));
        Assert.Equal($"[ERROR] Los mensajes están en el servidor ({_database.Options.Location}), no en un archivo: haz la copia con su propia herramienta (mysqldump o mariadb-dump).\n", errors);
    }

    [Fact]
    public Task A_server_that_is_killed_refuses_messages_until_it_is_back() => AwayAsync(maria => maria.KillAsync(), maria => maria.StartAgainAsync());

    [Fact]
    public Task A_server_that_freezes_refuses_messages_until_it_goes_on() => AwayAsync(maria => maria.FreezeAsync(), maria => maria.ThawAsync());

    [Fact]
    public async Task A_server_that_stays_frozen_does_not_hold_up_the_stop()
    {
        await using var maria = await fixture.StartServerAsync();
        using var database = new MySqlTestDatabase(maria, "redes");
        using var server = await ServerProcess.StartAsync(_folder.Path, Settings(database.Options));
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await maria.FreezeAsync();
        await ana.SendLineAsync("perdido");
        var began = Stopwatch.GetTimestamp();

        var (exitCode, output, _) = await server.StopAsync();

        Assert.Equal(ExitCode.Success, exitCode);
        Assert.EndsWith("[INFO] Servidor detenido.\n", output, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    /// <summary>What sends a server's messages and users to this database.</summary>
    internal static string[] Settings(MySqlOptions options) => [.. MySqlUsersTests.Settings(options), "--set", "actorchat.storage.messages=mysql"];

    private async Task AwayAsync(Func<MariaDbServer, Task> goesAway, Func<MariaDbServer, Task> comesBack)
    {
        await using var maria = await fixture.StartServerAsync();
        using var database = new MySqlTestDatabase(maria, "redes");
        using var server = await ServerProcess.StartAsync(_folder.Path, Settings(database.Options));
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await ana.ExpectLineAsync("* beto se ha conectado");
        await SaysAsync(ana, beto, "antes");

        await goesAway(maria);
        for (var i = 0; i < 5; i++)
            await RefusedAsync(ana, $"perdido {i}");
        await RefusedAtTheConfirmationPortAsync(server);
        await ana.SendLineAsync("#beto aquí sigo");
        await beto.ExpectLineAsync("[privado] ana: aquí sigo");
        await ana.ExpectLineAsync("[privado a beto] aquí sigo");

        await comesBack(maria);
        await server.Errors.WaitForAsync("La base de datos está abierta de nuevo.");
        await SaysAsync(ana, beto, "después");
        await ConfirmsAsync(server, "después");
        var (exitCode, _, errors) = await server.StopAsync();
        Assert.Equal(ExitCode.Success, exitCode);

        // Of several kinds, each once: no answer, and no open database.
        Assert.InRange(errors.Split("No se pudo guardar").Length - 1, 1, 3);
        Assert.Equal([["antes", "1"], ["después", "2"]], database.Query("SELECT contenido, numero FROM mensajes WHERE sala = 'general' ORDER BY numero"));
    }

    private static async Task SaysAsync(WireClient speaker, WireClient listener, string text)
    {
        await speaker.SendLineAsync(text);
        await listener.ExpectLineAsync($"{speaker.Nickname}: {text}");
    }

    // Before the chat itself gives up.
    private static async Task RefusedAsync(WireClient speaker, string text)
    {
        var began = Stopwatch.GetTimestamp();
        await speaker.AskAsync(text, NotStored);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static async Task RefusedAtTheConfirmationPortAsync(ServerProcess server)
    {
        await using var client = await WireClient.ConnectAsync(server.Confirmation);
        await client.AskAsync("perdido", NotStored);
    }

    private static async Task ConfirmsAsync(ServerProcess server, string text)
    {
        Assert.StartsWith("Mensaje recibido: ", await WireClient.ConfirmAsync(server.Confirmation, text), StringComparison.Ordinal);
    }
}
