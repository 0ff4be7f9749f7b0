using System.Collections.Concurrent;

namespace ActorChat.Tests.EndToEnd.Storage;

/// <summary>The strongest promise: what was confirmed, or seen by anybody, is on disk whatever happens to the process.</summary>
public sealed class PowerCutTests : IDisposable
{
    private const int Writers = 4;

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentBag<string> _confirmed = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(50)]
    [InlineData(400)]
    [InlineData(1500)]
    public async Task After_SIGKILL_in_mid_traffic_everything_confirmed_or_seen_is_there_once_and_in_order(int cutAfterMessages)
    {
        var seen = new List<string>();
        using (var server = await ServerProcess.StartAsync(_folder.Path))
        {
            await using var reader = await WireClient.JoinAsync(server.Chat, "lector");
            var writing = Enumerable.Range(0, Writers).SelectMany(i => new[] { ChatUntilCutAsync(server, i), ConfirmUntilCutAsync(server, i) }).ToList();
            await ReadSeenAsync(reader, seen, enough: () => seen.Count >= cutAfterMessages && _confirmed.Count >= Writers);
            await server.KillAsync();
            await ReadSeenAsync(reader, seen, enough: () => false);
            await Task.WhenAll(writing);
        }

        using var again = await ServerProcess.StartAsync(_folder.Path);
        var stored = Rows.Of(_folder.Database, "SELECT autor || ': ' || contenido FROM mensajes WHERE autor IS NOT NULL ORDER BY id");
        var confirmed = Rows.Of(_folder.Database, "SELECT contenido FROM mensajes WHERE autor IS NULL");

        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.Equal(confirmed.Count, confirmed.Distinct().Count());
        Assert.True(seen.Count >= cutAfterMessages);
        Assert.Equal(seen, stored.Take(seen.Count));
        Assert.NotEmpty(_confirmed);
        Assert.Empty(_confirmed.Except(confirmed));
    }

    // Every public message that the reader sees, until enough or until the server is gone. A line cut in two was not seen.
    private static async Task ReadSeenAsync(WireClient reader, List<string> seen, Func<bool> enough)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                if (!line.StartsWith("* ", StringComparison.Ordinal))
                    seen.Add(line);
                if (enough())
                    return;
            }
        }
        catch (Exception gone) when (gone is SocketException or EndOfStreamException)
        {
            // The kill: expected.
        }
    }

    private static async Task ChatUntilCutAsync(ServerProcess server, int writer)
    {
        try
        {
            await using var client = await WireClient.JoinAsync(server.Chat, $"w{writer}");
            for (var i = 0; ; i++)
                await client.SendLineAsync(i.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is SocketException or EndOfStreamException)
        {
            // The kill: expected.
        }
    }

    private async Task ConfirmUntilCutAsync(ServerProcess server, int writer)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await using var client = await WireClient.ConnectAsync(server.Confirmation);
                await client.SendLineAsync($"c{writer}-{i}");
                if (await client.ReadLineAsync() is not { } answer)
                    return;
                Assert.StartsWith("Mensaje recibido: ", answer, StringComparison.Ordinal);
                _confirmed.Add($"c{writer}-{i}");
            }
        }
        catch (Exception gone) when (gone is SocketException or EndOfStreamException)
        {
            // The kill: expected.
        }
    }
}
