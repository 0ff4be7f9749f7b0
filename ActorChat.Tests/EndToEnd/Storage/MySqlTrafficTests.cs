using System.Collections.Concurrent;
using ActorChat.Tests.Storage.MySql;

namespace ActorChat.Tests.EndToEnd.Storage;

/// <summary>The users' database goes away and comes back while twenty clients come and go all the time.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlTrafficTests(MariaDbFixture fixture) : IDisposable
{
    private const int Visitors = 20;
    private const int AtLeast = 40;

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentBag<string> _visited = [];

    [Fact]
    public Task Killed_in_mid_traffic_the_database_delays_no_message_and_misses_nobody() =>
        AwayAsync(maria => maria.KillAsync(), maria => maria.StartAgainAsync());

    [Fact]
    public Task Frozen_in_mid_traffic_the_database_delays_no_message_and_misses_nobody() =>
        AwayAsync(maria => maria.FreezeAsync(), maria => maria.ThawAsync());

    public void Dispose() => _folder.Dispose();

    private async Task AwayAsync(Func<MariaDbServer, Task> goesAway, Func<MariaDbServer, Task> comesBack)
    {
        await using var maria = await fixture.StartServerAsync();
        using (new MySqlTestDatabase(maria, "redes"))
        {
        }

        using var server = await ServerProcess.StartAsync(_folder.Path, MySqlUsersTests.Settings(maria.Options("redes")));
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await ana.ExpectLineAsync("* beto se ha conectado");
        using var enough = new CancellationTokenSource();
        var visitors = Enumerable.Range(0, Visitors).Select(visitor => ComeAndGoAsync(server, visitor, enough.Token)).ToList();
        var deaf = beto.ReadToEndAsync();

        await TalkAsync(beto, ana);
        await goesAway(maria);
        await TalkAsync(beto, ana);
        await server.Errors.WaitForAsync("Nuevo intento en");
        await TalkAsync(beto, ana);
        await comesBack(maria);
        await TalkAsync(beto, ana);

        await enough.CancelAsync();
        await Task.WhenAll(visitors).WaitAsync(TestTimeout.Limit);
        await beto.SendLineAsync("/salir");
        await deaf;
        await AllAreWrittenAsync(maria);
    }

    // While others come and go: a message that waited for the users' database would wait for ever.
    private async Task TalkAsync(WireClient speaker, WireClient listener)
    {
        var before = _visited.Count;
        for (var i = 0; i < AtLeast || _visited.Count < before + AtLeast; i++)
        {
            await speaker.SendLineAsync($"{i}");
            while (await listener.ReadLineAsync() is { } line && line != $"beto: {i}")
                Assert.Matches(@"^(\* )?v\d+-\d+(: hola| se ha (des)?conectado)$", line);
        }
    }

    private async Task ComeAndGoAsync(ServerProcess server, int visitor, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            await using var client = await WireClient.JoinAsync(server.Chat, $"v{visitor}-{i}");
            await client.SendAsync("hola\n/salir\n");
            Assert.EndsWith($"Hasta luego, v{visitor}-{i}.\n", await client.ReadToEndAsync(), StringComparison.Ordinal);
            _visited.Add(client.Nickname);
        }
    }

    private async Task AllAreWrittenAsync(MariaDbServer maria)
    {
        using var users = new MySqlTestDatabase(maria.Options("redes"));
        await MySqlUsersTests.BecomesAsync(users, "SELECT COUNT(*) FROM clientes", $"{_visited.Count + 2}");
        var nicknames = users.Query("SELECT nickname FROM clientes").Select(row => row[0]!);
        Assert.Equal(_visited.Concat(["ana", "beto"]).Order(StringComparer.Ordinal), nicknames.Order(StringComparer.Ordinal));

        // The server's one, and this.
        await MySqlUsersTests.BecomesAsync(users, "SELECT COUNT(*) FROM information_schema.processlist WHERE db = 'redes'", "2");
    }
}
