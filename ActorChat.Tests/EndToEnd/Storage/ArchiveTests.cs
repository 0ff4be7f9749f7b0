using System.Text.Json;
using ActorChat.Server.CommandLine;
using ActorChat.Tests.Storage.MySql;

namespace ActorChat.Tests.EndToEnd.Storage;

/// <summary><c>--export</c> and <c>--purge</c> of the real program, beside a server that runs, with both databases.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class ArchiveTests(MariaDbFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_said_is_exported_and_purged_beside_a_server_and_its_rooms_go_on(bool isOnServer)
    {
        using var maria = isOnServer ? fixture.NewDatabase() : null;
        var settings = maria is null ? [] : MySqlMessagesTests.Settings(maria.Options);
        using (var server = await ServerProcess.StartAsync(_folder.Path, settings))
        {
            await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
            await ana.AskAsync("/entrar Juegos", "Estás en la sala Juegos, con 1 usuario. Lo que escribes va ahora a ella.");
            foreach (var text in new[] { "uno", "=dos", "@general tres", "#ana secreto" })
                await ana.SendLineAsync(text);
            await ana.ExpectLinesAsync(["[privado] ana: secreto", "[privado a ana] secreto"]);

            Assert.Equal((ExitCode.Success, $"[OK] 3 mensajes exportados: {_folder.File("todo.jsonl")}\n", ""), await RunAsync(["--export", "todo.jsonl", .. settings]));
            Assert.Equal(ExitCode.Success, (await RunAsync(["--export", "juegos.csv", "--sala", "JUEGOS", "--desde", "2026-01-01", .. settings])).ExitCode);
            Assert.Equal(
                (ExitCode.Usage, "", "[ERROR] No hay ninguna sala 'jeugos' en la base de datos: no se ha escrito ningún archivo. ¿Querías decir 'juegos'?\n"),
                await RunAsync(["--export", "nohay.csv", "--sala", "jeugos", .. settings]));
            Assert.False(File.Exists(_folder.File("nohay.csv")));
            Assert.Equal(ExitCode.Success, (await RunAsync(["--export", "nada.json", "--hasta", "2026-01-01", .. settings])).ExitCode);
            Assert.Equal((ExitCode.Success, "[OK] 3 mensajes borrados.\n", ""), await RunAsync(["--purge", "--antes", DateTime.UtcNow.ToString("s") + "Z", .. settings]));
            await ana.SendLineAsync("cuatro");
            await ana.AskAsync("/username", "Tu nickname es ana");
            await server.StopAsync();
        }

        Assert.Equal(
            [("juegos", 1, "ana", "uno"), ("juegos", 2, "ana", "=dos"), ("general", 1, "ana", "tres")],
            (await File.ReadAllLinesAsync(_folder.File("todo.jsonl"))).Select(line => Parse(line)));
        Assert.Equal(["uno", "\"'=dos\""], (await File.ReadAllLinesAsync(_folder.File("juegos.csv"))).Skip(1).Select(line => line.Split(',')[^1]));
        Assert.Empty(await File.ReadAllTextAsync(_folder.File("nada.json")));

        using var again = await ServerProcess.StartAsync(_folder.Path, settings);
        await using var beto = await WireClient.JoinAsync(again.Chat, "beto");
        await using var carla = await WireClient.JoinAsync(again.Chat, "carla");
        await beto.SendLineAsync("quinto");
        await carla.ExpectLineAsync("beto: quinto");
        await again.StopAsync();
        Assert.Equal(ExitCode.Success, (await RunAsync(["--export", "después.jsonl", .. settings])).ExitCode);
        Assert.Equal(
            [("juegos", 3, "ana", "cuatro"), ("general", 2, "beto", "quinto")],
            (await File.ReadAllLinesAsync(_folder.File("después.jsonl"))).Select(line => Parse(line)));
    }

    [Theory]
    [InlineData(ExitCode.Usage, "El nombre 'x.txt' no dice en qué formato exportar", "--export", "x.txt")]
    [InlineData(ExitCode.Usage, "--desde no entiende la fecha 'ayer'", "--export", "x.csv", "--desde", "ayer")]
    [InlineData(ExitCode.Usage, "Falta --export: --sala no vale sin esa opción", "--room", "general")]
    [InlineData(ExitCode.Usage, "Falta --antes: --purge no vale sin esa opción", "--purge")]
    [InlineData(ExitCode.Usage, "La fecha de --antes está en el futuro", "--purge", "--antes", "2999-01-01")]
    [InlineData(ExitCode.CannotCreate, "ya existe y no se sobrescribe: indica otro archivo en --export", "--export", "mía.csv")]
    [InlineData(ExitCode.CannotCreate, "No se puede escribir 'no-hay/x.csv': no existe la carpeta", "--export", "no-hay/x.csv")]
    [InlineData(ExitCode.DatabaseUnavailable, "No existe la base de datos", "--export", "x.csv")]
    [InlineData(ExitCode.DatabaseUnavailable, "No existe la base de datos", "--purge", "--before", "2026-01-01")]
    public async Task What_cannot_be_done_is_one_line_and_leaves_everything_as_it_was(int exitCode, string line, params string[] arguments)
    {
        await File.WriteAllTextAsync(_folder.File("mía.csv"), "mía");

        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal((exitCode, ""), (code, output));
        Assert.StartsWith("[ERROR] ", errors, StringComparison.Ordinal);
        Assert.Contains(line, errors, StringComparison.Ordinal);
        Assert.Equal(errors.Length - 1, errors.IndexOf('\n', StringComparison.Ordinal));
        Assert.Equal("mía", await File.ReadAllTextAsync(_folder.File("mía.csv")));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private static (string Room, long Number, string Nick, string Text) Parse(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        return (json.GetProperty("room").GetString()!, json.GetProperty("number").GetInt64(), json.GetProperty("nick").GetString()!, json.GetProperty("text").GetString()!);
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var program = ServerProcess.StartWith(_folder.Path, arguments);
        return await program.FinishAsync();
    }
}
