using ActorChat.Client;

namespace ActorChat.Tests.EndToEnd.StartAndStop;

/// <summary>DOTNET_SYSTEM_GLOBALIZATION_INVARIANT, which container images set: without Unicode's forms two people could have one nickname.</summary>
public sealed class InvariantGlobalizationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_started_with_it_still_knows_the_spellings_of_a_nickname()
    {
        using var server = await ServerProcess.StartInvariantAsync(_folder.Path);
        await using var first = await WireClient.JoinAsync(server.Chat, "jos\u00e9");
        await using var second = await WireClient.ConnectAsync(server.Chat);
        await second.SendLineAsync("jose\u0301");

        await second.ExpectAsync("Nickname: El nickname 'jos\u00e9' ya está en uso. Elige otro.\nNickname: ");
        Assert.Equal(0, (await server.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task A_client_started_with_it_has_its_languages()
    {
        using var client = ClientProcess.StartInvariant("--help");

        var run = await client.FinishAsync();
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Errors));
    }
}
