using System.Text.Json;
using ActorChat.Tests.Architecture;

namespace ActorChat.Tests.EndToEnd.Outputs;

public sealed class LoggingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task At_INFO_there_is_one_line_for_the_start_and_one_for_the_end_of_a_connection_which_tells_its_story()
    {
        var errors = await SessionAsync();
        var lines = errors.Split('\n').Where(line => line.Contains("/user/node/chat-listener/conn-1 ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains("nickname ana, mensajes 2, bytes 29, ", lines[1], StringComparison.Ordinal);
        Assert.Contains("/salir", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("hola", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_debug_hocon_births_deaths_and_messages_show()
    {
        var errors = await SessionAsync("--config", Path.Combine(RepositoryRoot.Path, "hocon", "debug.hocon"));
        Assert.Contains("/conn-1           Started (ActorChat.Server.Chat.Connections.ChatConnectionActor)", errors, StringComparison.Ordinal);
        Assert.Contains("/conn-1           Stopped", errors, StringComparison.Ordinal);
        Assert.Contains("received handled message Post", errors, StringComparison.Ordinal);
        Assert.Contains("received handled message SendPrivate", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hola", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secreto", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_gets_the_log_as_one_JSON_object_a_line_with_what_it_is_about_as_properties()
    {
        await SessionAsync("--set", "actorchat.logging.json-file=registro.jsonl");
        var end = (await File.ReadAllLinesAsync(_folder.File("registro.jsonl")))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Properties"))
            .Single(properties => properties.TryGetProperty("Reason", out _));

        Assert.Equal("chat-listener/conn-1", end.GetProperty("Connection").GetString());
        Assert.Equal("ana", end.GetProperty("Nickname").GetString());
        Assert.StartsWith("127.0.0.1:", end.GetProperty("Address").GetString(), StringComparison.Ordinal);
        Assert.Contains("/salir", end.GetProperty("Reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, end.GetProperty("Messages").GetInt64());
    }

    [Fact]
    public async Task A_file_on_a_full_disk_costs_nothing_but_its_lines()
    {
        var errors = await SessionAsync("--set", "actorchat.logging.json-file=/dev/full");
        Assert.Single(errors.Split('\n'), line => line.Contains("WARN  ", StringComparison.Ordinal) && line.Contains("No se puede escribir en /dev/full: ", StringComparison.Ordinal));
        Assert.Single(errors.Split('\n'), line => line.Contains("No se escribieron en /dev/full ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_there_is_room_again_the_file_goes_on_with_whole_lines_and_says_how_many_are_missing()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--set", "actorchat.logging.json-file=registro.jsonl");
        var file = new FileInfo(_folder.File("registro.jsonl"));
        while (file is not { Exists: true, Length: > 0 })
            file.Refresh();
        await server.LimitFilesAsync((file.Length + 10).ToString(CultureInfo.InvariantCulture));
        await VisitAsync(server);
        await server.Errors.WaitForAsync("No se puede escribir en registro.jsonl: ");

        await server.LimitFilesAsync("unlimited");
        var works = server.Errors.WaitForAsync("No se escribieron en registro.jsonl ");
        while (!works.IsCompleted)
            await VisitAsync(server);
        await works;
        Assert.Equal(0, (await server.StopAsync()).ExitCode);

        var texts = (await File.ReadAllLinesAsync(file.FullName)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("RenderedMessage").GetString()!);
        Assert.Single(texts, text => text.StartsWith("No se escribieron en registro.jsonl ", StringComparison.Ordinal));
    }

    // What a session of one user leaves on standard error.
    private async Task<string> SessionAsync(params string[] arguments)
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, arguments);
        await using (var ana = await WireClient.JoinAsync(server.Chat, "ana"))
        {
            await ana.SendAsync("hola\n#ana secreto\n/salir\n");
            await ana.ReadToEndAsync();
        }

        var (exitCode, _, errors) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        return errors;
    }

    private static async Task VisitAsync(ServerProcess server)
    {
        await using var visitor = await WireClient.JoinAsync(server.Chat, "eva");
        await visitor.SendLineAsync("/salir");
        await visitor.ReadToEndAsync();
    }
}
