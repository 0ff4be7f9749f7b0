namespace ActorChat.Tests.EndToEnd.StartAndStop;

/// <summary>Two servers for one port: at the same time, and one after the other.</summary>
public sealed class SamePortTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // In the same folder, as when somebody types the same command in a second terminal.
    [Fact]
    public async Task A_second_server_is_refused_while_everybody_at_the_first_goes_on()
    {
        using var first = await ServerProcess.StartAsync(_folder.Path);
        var traffic = new Traffic("t");
        var rest = await traffic.StartAsync(first, heard: 500);
        await RefusedAsync(first.Chat.ToString(), first.Chat.Port, confirmation: 0);
        await RefusedAsync(first.Confirmation.ToString(), chat: 0, first.Confirmation.Port);
        await RefusedAsync($"{first.Chat}, {first.Confirmation} ya están en uso", first.Chat.Port, first.Confirmation.Port);
        await traffic.HearAsync(500);
        Assert.False(rest.IsCompleted);

        var (exitCode, _, errors) = await first.StopAsync();
        await rest;
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("ERROR", errors, StringComparison.Ordinal);
        Assert.Equal(10, traffic.Seen.Count);
        foreach (var seen in traffic.Seen.Values)
            Assert.Equal(Traffic.Stopping, seen[^1]);
        Assert.Equal(["ok"], Rows.Of(_folder.Database, "PRAGMA integrity_check"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_is_back_on_its_port_at_once_although_hundreds_of_old_connections_linger(bool killed)
    {
        const int Members = 250, Restarts = 3;
        var port = Ports.PickFixed();
        for (var i = 0; i <= Restarts; i++)
        {
            using var server = ServerProcess.StartWith(
                _folder.Path, "--set", $"actorchat.chat.port={port.ToString(CultureInfo.InvariantCulture)}", "--set", "actorchat.confirmation.port=0", "--set", "actorchat.web.enabled=off");
            await server.WaitUntilReadyAsync();
            var members = new List<WireClient>();
            while (members.Count < Members)
            {
                members.Add(await WireClient.ConnectAsync(server.Chat));
                await members[^1].ExpectAsync("Nickname: ");
            }

            var ended = killed ? server.KillAsync() : server.StopAsync();
            foreach (var member in members)
            {
                await member.ReadToEndAsync();
                await member.DisposeAsync();
            }

            await ended.WaitAsync(TestTimeout.Limit);

            // Of each round more than of the one before: a minute is their time.
            // (Some may have been cut off by a client who took his time.)
            Assert.True(Ports.InTimeWait(port) >= Members / 2, $"only {Ports.InTimeWait(port)} old connections: this shows nothing");
        }
    }

    private async Task RefusedAsync(string named, int chat, int confirmation)
    {
        using var second = ServerProcess.StartWith(
            _folder.Path, "--set", $"actorchat.chat.port={chat}", "--set", $"actorchat.confirmation.port={confirmation}");
        var (exitCode, output, errors) = await second.FinishAsync();
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("[ERROR] ", errors, StringComparison.Ordinal);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.Equal(errors.Length - 1, errors.IndexOf('\n', StringComparison.Ordinal));
    }
}
