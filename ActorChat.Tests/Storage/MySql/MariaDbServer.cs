using ActorChat.Server.Storage.MySql;
using MySqlConnector;

namespace ActorChat.Tests.Storage.MySql;

/// <summary>A MariaDB server of a test alone: on a port and in a folder of its own. No service of the machine is touched.</summary>
internal sealed class MariaDbServer : IAsyncDisposable
{
    public const string User = "chat";
    public const string Password = "s3creto-ñ'\"; x=1";

    private const int PortsTried = 20;

    // A small log, and no wait for the disk: what a killed process has written is with the system all the same.
    private static readonly string[] Settings =
    [
        "--no-defaults", $"--user={Environment.UserName}", "--skip-name-resolve", "--skip-log-bin", "--innodb-buffer-pool-size=16M",
        "--innodb-log-file-size=8M", "--innodb-flush-log-at-trx-commit=2", "--performance-schema=off",
    ];

    private readonly TemporaryFolder _folder = new();
    private MariaDbProcess? _process;

    private MariaDbServer()
    {
    }

    public int Port { get; private set; }

    private string Users => _folder.File("users.sql");

    /// <summary>Makes the data folder that every server begins with.</summary>
    public static async Task InstallAsync(string data)
    {
        using var install = new MariaDbProcess(
            "mariadb-install-db", [.. Settings, $"--datadir={data}", "--auth-root-authentication-method=normal", "--skip-test-db"]);
        await install.SucceedAsync();
    }

    /// <summary>Starts a server on a copy of this data folder.</summary>
    public static async Task<MariaDbServer> StartAsync(string data)
    {
        var server = new MariaDbServer();
        try
        {
            await server.PrepareAsync(data);
            await server.StartSomewhereAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>How a store connects to a database of this server.</summary>
    public MySqlOptions Options(string database) =>
        new(IPAddress.Loopback.ToString(), Port, database, User, Password, MySqlSslMode.Preferred);

    /// <summary>Starts it on the same port and data, after <see cref="KillAsync"/>.</summary>
    public async Task StartAgainAsync()
    {
        _process?.Dispose();

        // The socket's path is relative to the data: an absolute one may be too long.
        _process = new MariaDbProcess("mariadbd",
        [
            .. Settings, $"--datadir={_folder.File("data")}", $"--tmpdir={_folder.File("tmp")}", "--socket=s", $"--port={Port}", "--skip-networking=0",
            "--bind-address=127.0.0.1", "--max-connections=50", $"--init-file={Users}",
        ]);
        await _process.WaitUntilReadyAsync();
    }

    /// <summary>As a power cut would: SIGKILL.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>Makes it stop answering (SIGSTOP): the kernel still takes connections for it.</summary>
    public async Task FreezeAsync()
    {
        await _process!.SignalAsync("STOP");

        // A thread that was about to run may still commit what it has been sent.
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        while (!Directory.GetDirectories($"/proc/{_process.Id}/task").All(IsStopped))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Lets it go on after <see cref="FreezeAsync"/>.</summary>
    public Task ThawAsync() => _process!.SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.KillAsync();
            _process.Dispose();
        }

        _folder.Dispose();
    }

    private static bool IsStopped(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "stat")).Split(')')[^1].StartsWith(" T", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It has ended since it was listed.
            return true;
        }
    }

    private async Task PrepareAsync(string data)
    {
        Copy(data, _folder.File("data"));
        Directory.CreateDirectory(_folder.File("tmp"));
        await File.WriteAllTextAsync(Users, $"""
            CREATE USER IF NOT EXISTS {User}@'127.0.0.1' IDENTIFIED BY '{Password.Replace("'", "''", StringComparison.Ordinal)}';
            GRANT ALL PRIVILEGES ON *.* TO {User}@'127.0.0.1' WITH GRANT OPTION;

            """);
    }

    // Below the ports that the system gives to whoever connects: so nobody takes it while this server is down.
    private async Task StartSomewhereAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            Port = Random.Shared.Next(20_000, 32_000);
            try
            {
                await StartAgainAsync();
                return;
            }
            catch (InvalidOperationException taken) when (attempt < PortsTried && taken.Message.Contains("Address already in use", StringComparison.Ordinal))
            {
            }
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
