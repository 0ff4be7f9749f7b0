using System.Text.Json;
using ActorChat.Tests.Architecture;
using ActorChat.Tests.Server;
using Xunit;

namespace ActorChat.Tests.EndToEnd;

public sealed class LoggingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task At_INFO_there_is_one_line_for_the_start_and_one_for_the_end_of_a_connection()
    {
        var errors = await SessionAsync();
        Assert.Equal(2, errors.Split('\n').Count(line => line.Contains("/user/node/chat-listener/conn-1 ", StringComparison.Ordinal)));
        Assert.DoesNotContain("hola", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_tells_the_story()
    {
        var errors = await SessionAsync();
        var end = errors.Split('\n').Last(line => line.Contains("/conn-1 ", StringComparison.Ordinal));
        Assert.Contains("nickname ana", end, StringComparison.Ordinal);
        Assert.Contains("mensajes 2", end, StringComparison.Ordinal);
        Assert.Contains("bytes 21", end, StringComparison.Ordinal);
        Assert.Contains("/salir", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_debug_hocon_births_deaths_and_messages_show()
    {
        var errors = await SessionAsync("--config", Path.Combine(RepositoryRoot.Path, "hocon", "debug.hocon"));
        Assert.Contains("/conn-1           Started (ActorChat.Server.Chat.ChatConnectionActor)", errors, StringComparison.Ordinal);
        Assert.Contains("/conn-1           Stopped", errors, StringComparison.Ordinal);
        Assert.Contains("received handled message Say", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_gets_the_log_as_one_JSON_object_a_line()
    {
        await SessionAsync("--set", "actorchat.logging.json-file=registro.jsonl");
        var lines = await File.ReadAllLinesAsync(_folder.File("registro.jsonl"));
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
    }

    // What a session of one user leaves on standard error.
    private async Task<string> SessionAsync(params string[] arguments)
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, arguments);
        await using (var ana = await WireClient.JoinAsync(server.Chat, "ana"))
        {
            await ana.SendAsync("hola\nhola\n/salir\n");
            await ana.ReadToEndAsync();
        }

        return (await server.StopAsync()).Errors;
    }
}
