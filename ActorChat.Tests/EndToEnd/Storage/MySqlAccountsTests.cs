using ActorChat.Tests.Server.Accounts;
using ActorChat.Tests.Storage.MySql;

namespace ActorChat.Tests.EndToEnd.Storage;

/// <summary>The real server with its accounts on a real MariaDB server.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlAccountsTests(MariaDbFixture fixture) : IDisposable
{
    private const string Kept = "El usuario 'beto' no está conectado; se le entregará cuando vuelva.";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Accounts_and_what_waits_for_them_outlive_the_server_and_a_database_that_freezes()
    {
        await using var maria = await fixture.StartServerAsync();
        using var database = new MySqlTestDatabase(maria, "redes");
        var settings = MySqlMessagesTests.Settings(database.Options);
        using (var server = await ServerProcess.StartAsync(_folder.Path, settings))
        {
            await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
            await ana.RegisterAsync("secreta");
            await using (var beto = await WireClient.JoinAsync(server.Chat, "beto"))
                await beto.RegisterAsync("de-beto");
            await ana.ReadLinesAsync(2);
            await ana.AskAsync("#beto uno", Kept);
            await server.KillAsync();
        }

        using var again = await ServerProcess.StartAsync(_folder.Path, settings);
        await using (var ana = await IdentifyAsync(again, "ana", "secreta"))
        {
            await ana.AskAsync("#beto dos", Kept);
            await maria.FreezeAsync();
            await ana.SendLineAsync("/clave secreta otra-clave");
            Assert.StartsWith("Error: ", await ana.ReadLineAsync(), StringComparison.Ordinal);
            await ana.SendLineAsync("#beto tres");
            Assert.StartsWith("Error: ", await ana.ReadLineAsync(), StringComparison.Ordinal);
            await ana.AskAsync("/username", "Tu nickname es ana");
            await maria.ThawAsync();
        }

        await using (var beto = await IdentifyAsync(again, "beto", "de-beto"))
        {
            Assert.EndsWith("] ana: uno", await beto.ReadLineAsync(), StringComparison.Ordinal);
            Assert.EndsWith("] ana: dos", await beto.ReadLineAsync(), StringComparison.Ordinal);
        }

        await again.StopAsync();
        Assert.Equal([["ana"], ["beto"]], database.Query("SELECT clave FROM cuentas ORDER BY clave"));
        Assert.Empty(database.Query("SELECT 1 FROM privados WHERE contenido <> 'tres'"));
    }

    public void Dispose() => _folder.Dispose();

    // Until the database answers again the server is right to refuse.
    private static async Task<WireClient> IdentifyAsync(ServerProcess server, string nickname, string password)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            var client = await WireClient.KnockAsync(server.Chat);
            await client.TryAsync(nickname, "Clave: ");
            await client.SendLineAsync(password);
            var answer = await client.ReadLineAsync();
            if (answer!.StartsWith($"Bienvenido, {nickname}.", StringComparison.Ordinal))
                return client;
            Assert.StartsWith("Error: ", answer, StringComparison.Ordinal);
            await client.DisposeAsync();
        }
    }
}
