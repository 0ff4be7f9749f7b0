using ActorChat.Tests.Architecture;

namespace ActorChat.Tests.EndToEnd.Clients;

/// <summary>The example that students copy.</summary>
public sealed class ChunkClientTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_letter_that_the_network_splits_is_shown_whole()
    {
        using var server = WireServer.Start();
        using var example = Example.Start(new IPEndPoint(IPAddress.Loopback, server.Port));
        using var peer = await server.AcceptAsync();
        await peer.SendAsync([(byte)'a', 0xC3]);
        await example.Output.WaitForAsync("a");
        await peer.SendAsync([0xB1, (byte)'o', 0xFF]);
        await example.Output.WaitForAsync("año\uFFFD");
        peer.Dispose();
        await example.Output.WaitForAsync("[conexión cerrada]");
        example.EndInput();

        var (code, _, errors) = await example.FinishAsync();
        Assert.Equal("", errors);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task It_chats_with_the_server_and_leaves()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        using var example = Example.Start(server.Chat);
        await example.Output.WaitForAsync("Nickname: ");
        await example.TypeAsync("añá\n");
        await example.Output.WaitForAsync("Bienvenido, añá.");
        await example.TypeAsync("/username\n");
        await example.Output.WaitForAsync("Tu nickname es añá");
        await example.TypeAsync("/salir\n");

        var (code, output, errors) = await example.FinishAsync();
        Assert.Equal("", errors);
        Assert.Equal(0, code);
        Assert.Contains("Hasta luego, añá.", output, StringComparison.Ordinal);
    }

    private sealed class Example : ChildProcess
    {
        private static string Script => Path.Combine(RepositoryRoot.Path, "examples/chunk_client.py");

        private Example(IEnumerable<string> arguments)
            : base("python3", arguments)
        {
        }

        public static Example Start(IPEndPoint server) => new(
            ["-X", "utf8", Script, $"{server.Address}", server.Port.ToString(CultureInfo.InvariantCulture)]);

        public Task<(int ExitCode, string Output, string Errors)> FinishAsync() => ExitAsync();
    }
}
