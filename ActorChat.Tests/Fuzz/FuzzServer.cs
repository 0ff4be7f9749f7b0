using ActorChat.Tests.Fuzz.Checks;
using Microsoft.Data.Sqlite;

namespace ActorChat.Tests.Fuzz;

/// <summary>The real server as the target of a storm: watched from the outside, and audited at its end.</summary>
internal sealed class FuzzServer : IDisposable
{
    // All in which it differs from a server that was just installed: no limit ends what a storm is to try.
    private static readonly string[] Settings = [.. new[]
    {
        "actorchat.chat.port=0",
        "actorchat.confirmation.port=0",
        "actorchat.web.enabled=off",
        "actorchat.limits.messages-per-second=0",
        "actorchat.limits.accepts-per-second=0",
    }.SelectMany(setting => new[] { "--set", setting })];

    // Longer than connections linger, and than a loaded machine takes.
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder;
    private readonly ServerProcess _process;
    private readonly ServerLogWatch _watch;

    private FuzzServer(TemporaryFolder folder, ServerProcess process, ServerLogWatch watch) => (_folder, _process, _watch) = (folder, process, watch);

    /// <summary>The chat port.</summary>
    public IPEndPoint Chat => _process.Chat;

    /// <summary>The confirmation port.</summary>
    public IPEndPoint Confirmation => _process.Confirmation;

    /// <summary>Starts it.</summary>
    public static async Task<FuzzServer> StartAsync(TemporaryFolder folder, Action<string> complain)
    {
        var watch = new ServerLogWatch(complain);
        var server = new FuzzServer(folder, await ServerProcess.StartKeepingAsync(watch.Keep, folder.Path, Settings), watch);
        await server.OpenReadersAsync();
        return server;
    }

    /// <summary>The control pair joins.</summary>
    public Task<ControlPair> StartControlAsync(Action<string> complain) => ControlPair.StartAsync(_process, _folder, complain);

    /// <summary>What it has in use now.</summary>
    public async Task<ServerLevel> LevelAsync()
    {
        var report = _watch.NextReport();
        await _process.SignalAsync("QUIT");
        var (actors, connections) = await report.WaitAsync(TestTimeout.Limit);
        return new ServerLevel(actors, connections, DescriptorLimit.Used(_process.Id), Resident());
    }

    /// <summary>What it has in use when only so many chat connections and nothing of the others is left; or when too much time has passed.</summary>
    public async Task<ServerLevel> SettledAsync(Func<ServerLevel, bool> isSettled)
    {
        using var limit = new CancellationTokenSource(SettleLimit);
        var level = await LevelAsync();
        while (!isSettled(level) && !limit.IsCancellationRequested)
        {
            await Task.Delay(100);
            level = await LevelAsync();
        }

        return level;
    }

    /// <summary>Stops it in good order. Gives the exit code.</summary>
    public async Task<int> StopAsync() => (await _process.StopAsync()).ExitCode;

    /// <summary>Everything that it has stored, in order; when it has stopped.</summary>
    public IEnumerable<(string? Author, string Text)> Stored()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT autor, contenido FROM mensajes ORDER BY id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetString(1));
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    // The server opens its readers when somebody first asks: that must not be mistaken for something left over.
    private async Task OpenReadersAsync()
    {
        await using var asker = await WireClient.ConnectAsync(Chat);
        await asker.SendAsync("first\n/historial\n/buscar palabra\n/salir\n");
        await asker.ReadToEndAsync();
    }

    private long Resident()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
