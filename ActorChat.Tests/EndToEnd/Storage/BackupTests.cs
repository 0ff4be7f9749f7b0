using ActorChat.Server.CommandLine;

namespace ActorChat.Tests.EndToEnd.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_copy_made_under_load_holds_all_that_was_confirmed_before_and_a_server_starts_on_it()
    {
        var traffic = new Traffic("b");
        using (var server = await ServerProcess.StartAsync(_folder.Path))
        {
            var rest = await traffic.StartAsync(server, heard: 300);
            var before = traffic.Confirmed.ToList();
            Assert.Equal((ExitCode.Success, $"[OK] Copia completa y comprobada: {_folder.File("copia.db")}\n", ""), await BackupAsync("copia.db"));
            await server.KillAsync();
            await rest;
            Assert.Empty(before.Except(Rows.Of(_folder.File("copia.db"), "SELECT contenido FROM mensajes WHERE autor IS NULL")));
        }

        using var restored = await ServerProcess.StartAsync(_folder.Path, "--set", "actorchat.storage.sqlite.path=copia.db");
        await using var ana = await WireClient.JoinAsync(restored.Chat, "ana");
        Assert.Equal(ExitCode.Success, (await restored.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task A_file_that_is_there_is_never_overwritten()
    {
        await File.WriteAllTextAsync(_folder.File("copia.db"), "mía");

        var (exitCode, output, errors) = await BackupAsync("copia.db");

        Assert.Equal((ExitCode.CannotCreate, ""), (exitCode, output));
        Assert.Equal($"[ERROR] '{_folder.File("copia.db")}' ya existe y no se sobrescribe: indica otro archivo en --backup.\n", errors);
        Assert.Equal("mía", await File.ReadAllTextAsync(_folder.File("copia.db")));
    }

    [Fact]
    public async Task Without_a_database_there_is_no_copy()
    {
        var (exitCode, output, errors) = await BackupAsync("copia.db");

        Assert.Equal((ExitCode.DatabaseUnavailable, ""), (exitCode, output));
        Assert.StartsWith($"[ERROR] No existe la base de datos '{_folder.Database}'", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_copy_that_cannot_be_written_is_one_line()
    {
        using (var server = await ServerProcess.StartAsync(_folder.Path))
            await server.StopAsync();

        var (exitCode, output, errors) = await BackupAsync("no-hay/copia.db");

        Assert.Equal((ExitCode.CannotCreate, ""), (exitCode, output));
        Assert.StartsWith(
            $"[ERROR] No se puede escribir la copia 'no-hay/copia.db': no existe la carpeta '{_folder.File("no-hay")}'. ", errors, StringComparison.Ordinal);
        Assert.Equal(errors.Length - 1, errors.IndexOf('\n', StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Output, string Errors)> BackupAsync(string file)
    {
        using var backup = ServerProcess.StartWith(_folder.Path, "--backup", file);
        return await backup.FinishAsync();
    }
}
