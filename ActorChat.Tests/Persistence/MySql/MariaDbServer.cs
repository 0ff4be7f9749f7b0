using System.Net;
using System.Net.Sockets;
using ActorChat.Server.Persistence.MySql;
using ActorChat.Tests.EndToEnd;

namespace ActorChat.Tests.Persistence.MySql;

/// <summary>
/// A MariaDB server of a test's own: on a free port of the loopback, with its data in a folder of its own, started by nobody but
/// the test and ended with it. No service of the machine is touched.
/// </summary>
internal sealed class MariaDbServer : IAsyncDisposable
{
    public const string User = "chat";
    public const string Password = "s3creto-ñ'\"; x=1";

    private readonly TemporaryFolder _folder = new();
    private MariaDbProcess? _process;

    private MariaDbServer()
    {
    }

    public int Port { get; } = FreePort();

    private string Data => _folder.File("data");

    private string Users => _folder.File("users.sql");

    /// <summary>Makes a data folder and starts a server on it.</summary>
    public static async Task<MariaDbServer> StartAsync()
    {
        var server = new MariaDbServer();
        try
        {
            await server.InstallAsync();
            await server.StartAgainAsync();
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
        new(IPAddress.Loopback.ToString(), Port, database, User, Password, MySqlTls.Preferred);

    /// <summary>Starts it on the same port and data, after <see cref="KillAsync"/>.</summary>
    public async Task StartAgainAsync()
    {
        _process?.Dispose();
        _process = new MariaDbProcess("mariadbd",
        [
            "--no-defaults", $"--user={Environment.UserName}", $"--datadir={Data}", $"--socket={_folder.File("s")}", $"--port={Port}",
            "--bind-address=127.0.0.1", "--skip-name-resolve", "--skip-log-bin", "--innodb-buffer-pool-size=16M",
            "--innodb-log-file-size=8M", "--performance-schema=off", "--max-connections=50", $"--init-file={Users}",
        ]);
        await _process.WaitUntilReadyAsync();
    }

    /// <summary>As a power cut would: SIGKILL.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>Makes it stop answering (SIGSTOP): the kernel still takes connections for it.</summary>
    public Task FreezeAsync() => _process!.SignalAsync("STOP");

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

    private async Task InstallAsync()
    {
        await File.WriteAllTextAsync(Users, $"""
            CREATE USER IF NOT EXISTS {User}@'127.0.0.1' IDENTIFIED BY '{Password.Replace("'", "''", StringComparison.Ordinal)}';
            GRANT ALL PRIVILEGES ON *.* TO {User}@'127.0.0.1' WITH GRANT OPTION;

            """);
        using var install = new MariaDbProcess("mariadb-install-db",
        [
            "--no-defaults", $"--user={Environment.UserName}", $"--datadir={Data}", "--auth-root-authentication-method=normal",
            "--skip-test-db", "--skip-name-resolve",
        ]);
        await install.SucceedAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
