using Microsoft.Data.Sqlite;

namespace ActorChat.Tests.EndToEnd.StartAndStop;

/// <summary>Signals for a real server in the middle of its work.</summary>
public sealed class StopUnderLoadTests : IDisposable
{
    // As shells report a program that was ended by SIGINT; the README has it.
    private const int LeftAtOnce = 130;

    // However slow the machine that the tests run on, nobody is cut off.
    private static readonly string[] Patiently =
        ["--set", "akka.coordinated-shutdown.phases.service-stop.timeout=10m", "--set", "actorchat.shutdown-grace=10m"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_received_before_SIGTERM_is_stored_and_delivered_to_all_and_everybody_is_told()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, Patiently);
        var traffic = new Traffic("s", clients: 25);
        var rest = await traffic.StartAsync(server, heard: 5000);

        var (exitCode, output, errors) = await server.StopAsync();
        await rest;
        Assert.Equal(0, exitCode);
        Assert.EndsWith("\n[INFO] Servidor detenido.\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("WARN", errors, StringComparison.Ordinal);
        Assert.True(!errors.Contains("ERROR", StringComparison.Ordinal), errors);
        var (said, _) = StopAccounts.Verify(_folder.Database, traffic);
        Assert.True(said > 5000 / 25, $"{said} messages");
    }

    // One message a transaction, each of which waits 5 s for the lock: so the stop goes on for minutes, and for seconds even if the lock
    // were given up.
    [Theory]
    [InlineData("TERM", "TERM")]
    [InlineData("INT", "TERM")]
    [InlineData("TERM", "INT")]
    public async Task A_second_signal_leaves_at_once_and_costs_nothing_that_was_confirmed(string first, string second)
    {
        using (var server = await ServerProcess.StartAsync(_folder.Path, [.. Patiently, "--set", "actorchat.storage.max-batch=1"]))
        {
            await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
            await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
            await ana.ExpectLineAsync("* beto se ha conectado");
            await ana.SendLineAsync("antes");
            await beto.ExpectLineAsync("ana: antes");

            await using var other = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
            await other.OpenAsync();
            await using var locked = other.BeginTransaction(deferred: false);
            await ana.SendAsync(string.Concat(Enumerable.Range(0, 60).Select(number => $"{number}\n")));
            await using var newcomer = await WireClient.ConnectAsync(server.Chat);
            await newcomer.ExpectAsync("Nickname: ");
            await server.SignalAsync(first);
            Assert.Equal(Traffic.Stopping + "\n", await newcomer.ReadToEndAsync());

            Assert.Equal(LeftAtOnce, (await server.StopAsync(second)).ExitCode);
        }

        Assert.Equal(["antes"], Rows.Of(_folder.Database, "SELECT contenido FROM mensajes"));
        using var again = await ServerProcess.StartAsync(_folder.Path);
        Assert.Equal(0, (await again.StopAsync()).ExitCode);
    }
}
