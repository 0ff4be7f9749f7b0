using ActorChat.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace ActorChat.Tests.EndToEnd.Storage;

/// <summary>What a machine does to a database while the real server runs on it: its authors are told, nobody else notices, and it passes.</summary>
public sealed class StorageFailureTests : IAsyncLifetime
{
    private const string NotStored = "Error: el mensaje no se pudo guardar";
    private const string OpenAgain = "La base de datos está abierta de nuevo.";

    private readonly TemporaryFolder _folder = new();
    private ServerProcess _server = null!;
    private WireClient _ana = null!;
    private WireClient _beto = null!;

    public async Task InitializeAsync()
    {
        _server = await ServerProcess.StartAsync(_folder.Path);
        _beto = await WireClient.JoinAsync(_server.Chat, "beto");
        _ana = await WireClient.JoinAsync(_server.Chat, "ana");
        await _beto.ExpectLineAsync("* ana se ha conectado");
        await SaysAsync("antes");
    }

    [Fact]
    public async Task A_full_disk_refuses_messages_until_there_is_room()
    {
        await _server.LimitFilesAsync("1");
        await RefusedAsync("lleno");
        await RefusedAtTheConfirmationPortAsync("lleno también");
        await _ana.SendLineAsync("#beto esto no se guarda");
        await _beto.ExpectLineAsync("[privado] ana: esto no se guarda");
        await _ana.ExpectLineAsync("[privado a beto] esto no se guarda");

        await _server.LimitFilesAsync("unlimited");
        await SaysAsync("después");
        await ConfirmsAsync("después también");
        await StoredAsync("antes", "después", "después también");
    }

    [Fact]
    public async Task A_database_that_another_program_has_locked_for_ten_seconds_refuses_messages_and_holds_up_nothing_else()
    {
        await using var other = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        other.Open();
        TemporaryDatabase.Execute(other, "BEGIN IMMEDIATE");

        // Each is refused after the five seconds of the busy timeout.
        await _ana.SendLineAsync("uno");
        await _beto.SendLineAsync("#ana sigo aquí");
        await _ana.ExpectLineAsync("[privado] beto: sigo aquí");
        await _beto.ExpectLineAsync("[privado a ana] sigo aquí");
        await using (await WireClient.JoinAsync(_server.Chat, "carla"))
            await ExpectBothAsync("* carla se ha conectado");
        await ExpectBothAsync("* carla se ha desconectado");
        await _ana.ExpectLineAsync(NotStored);
        await RefusedAsync("dos");

        TemporaryDatabase.Execute(other, "ROLLBACK");
        await SaysAsync("después");
        await StoredAsync("antes", "después");
    }

    [Fact]
    public async Task A_deleted_file_is_noticed_before_anything_is_confirmed_and_made_anew()
    {
        File.Delete(_folder.Database);
        await RefusedAsync("perdido");
        await _server.Errors.WaitForAsync("se ha borrado, movido o sustituido");
        await _server.Errors.WaitForAsync(OpenAgain);

        await SaysAsync("después");
        await ConfirmsAsync("después también");
        await KilledAndStoredAsync("después", "después también");
    }

    [Fact]
    public async Task A_file_that_is_replaced_is_used_as_it_is()
    {
        using var copy = ServerProcess.StartWith(_folder.Path, "--backup", "copia.db");
        Assert.Equal(0, (await copy.FinishAsync()).ExitCode);
        await SaysAsync("no está en la copia");
        File.Move(_folder.File("copia.db"), _folder.Database, overwrite: true);
        await RefusedAsync("perdido");
        await _server.Errors.WaitForAsync(OpenAgain);

        await SaysAsync("después");
        await KilledAndStoredAsync("antes", "después");
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public async Task A_deleted_log_loses_nothing_of_what_was_confirmed(string suffix)
    {
        File.Delete(_folder.Database + suffix);
        await RefusedAsync("perdido");
        await _server.Errors.WaitForAsync(OpenAgain);

        await SaysAsync("después");
        await KilledAndStoredAsync("antes", "después");
    }

    [Theory]
    [InlineData("DROP TABLE mensajes")]
    [InlineData("ALTER TABLE mensajes RENAME TO mensajes_viejos")]
    public async Task A_table_that_a_viewer_drops_or_renames_is_made_anew(string sql)
    {
        Rows.Execute(_folder.Database, sql);
        await RefusedAsync("perdido");
        await _server.Errors.WaitForAsync("alguien ha borrado, renombrado o cambiado una tabla");
        await _server.Errors.WaitForAsync(OpenAgain);

        await SaysAsync("después");
        await ConfirmsAsync("después también");
        await StoredAsync("después", "después también");
    }

    [Fact]
    public async Task A_column_that_a_viewer_renames_refuses_messages_until_it_is_back()
    {
        Rows.Execute(_folder.Database, "ALTER TABLE mensajes RENAME COLUMN contenido TO texto");
        await RefusedAsync("perdido");
        await _server.Errors.WaitForAsync("Nuevo intento en");
        Rows.Execute(_folder.Database, "ALTER TABLE mensajes RENAME COLUMN texto TO contenido");
        await _server.Errors.WaitForAsync(OpenAgain);

        await SaysAsync("después");
        await StoredAsync("antes", "después");
    }

    [Fact]
    public async Task A_folder_that_is_moved_away_refuses_messages_until_it_is_back()
    {
        var away = _folder.Path + "-fuera";
        Directory.Move(_folder.Path, away);
        await RefusedAsync("uno");
        await _server.Errors.WaitForAsync("Nuevo intento en");
        await RefusedAsync("dos");
        Directory.Move(away, _folder.Path);
        await _server.Errors.WaitForAsync(OpenAgain);

        await SaysAsync("después");
        await KilledAndStoredAsync("antes", "después");
    }

    public async Task DisposeAsync()
    {
        await _ana.DisposeAsync();
        await _beto.DisposeAsync();
        _server.Dispose();
        _folder.Dispose();
    }

    private async Task SaysAsync(string text)
    {
        await _ana.SendLineAsync(text);
        await _beto.ExpectLineAsync($"ana: {text}");
    }

    private async Task ExpectBothAsync(string line)
    {
        await _ana.ExpectLineAsync(line);
        await _beto.ExpectLineAsync(line);
    }

    // That nobody else sees it shows in what beto reads next.
    private async Task RefusedAsync(string text)
    {
        await _ana.AskAsync(text, NotStored);
    }

    private async Task RefusedAtTheConfirmationPortAsync(string text)
    {
        await using var client = await WireClient.ConnectAsync(_server.Confirmation);
        await client.AskAsync(text, NotStored);
    }

    private async Task ConfirmsAsync(string text)
    {
        Assert.StartsWith("Mensaje recibido: ", await WireClient.ConfirmAsync(_server.Confirmation, text), StringComparison.Ordinal);
    }

    private async Task StoredAsync(params string[] contents)
    {
        Assert.Equal(0, (await _server.StopAsync()).ExitCode);
        AssertStored(contents);
    }

    // Only what is really in the files at their paths is there after this.
    private async Task KilledAndStoredAsync(params string[] contents)
    {
        await _server.KillAsync();
        AssertStored(contents);
    }

    private void AssertStored(string[] contents)
    {
        Assert.Equal(contents, Rows.Of(_folder.Database, "SELECT contenido FROM mensajes ORDER BY id"));
        Assert.Equal(["ok"], Rows.Of(_folder.Database, "PRAGMA integrity_check"));
    }
}
