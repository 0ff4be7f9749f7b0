using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ActorChat.Server.Hosting;

namespace ActorChat.Benchmarks.Growth;

/// <summary>A server on the first processor, in a folder of its own; ends with this object.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Nobody may flood a server with default limits; here that is the purpose.
    private static readonly string[] Settings =
    [
        "--log-level", "INFO",
        "--set", "actorchat.language=en",
        "--set", "actorchat.chat.port=0",
        "--set", "actorchat.confirmation.enabled=off",
        "--set", "actorchat.limits.messages-per-second=0",
        "--set", "actorchat.limits.accepts-per-second=0",
        "--set", "actorchat.limits.max-connections=1000000",
    ];

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private ServerProcess(string database, IEnumerable<string> command)
    {
        _folder = Directory.CreateDirectory(Path.Combine(database, $"actorchat-growth-{Guid.NewGuid():N}"));
        string[] pinned = [.. Pin(), .. command];
        _process = Process.Start(new ProcessStartInfo(pinned[0], pinned[1..])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += (_, line) => File.AppendAllText(Path.Combine(_folder.FullName, "log"), line.Data + "\n");
        _process.BeginErrorReadLine();
    }

    /// <summary>Its number: taskset has made way for it by then.</summary>
    public int Id => _process.Id;

    /// <summary>Its chat port, as HOST:PORT.</summary>
    public string Chat { get; private set; } = "";

    /// <summary>Whether processes can be bound to processors here, so that the load does not disturb the server.</summary>
    public static bool CanPin => OperatingSystem.IsLinux() && Environment.ProcessorCount > 1 && File.Exists("/usr/bin/taskset");

    /// <summary>Has this process keep away from the server's processor.</summary>
    public static void PinSelf()
    {
        if (!CanPin || !OperatingSystem.IsLinux())
            return;
        using var self = Process.GetCurrentProcess();
        self.ProcessorAffinity = 2;
    }

    /// <summary>Starts ours, and waits until it listens.</summary>
    public static ServerProcess StartOurs(string database, params string[] more)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var server = new ServerProcess(database, [host, typeof(ServerProgram).Assembly.Location, .. Settings, .. more]);
        server.Chat = server.ReadPort();
        return server;
    }

    /// <summary>Starts the bare loop, and waits until it listens.</summary>
    public static ServerProcess StartReference(string database, string program)
    {
        var port = FreePort();
        var server = new ServerProcess(database, [program, port.ToString(CultureInfo.InvariantCulture)]) { Chat = $"127.0.0.1:{port}" };
        var start = Stopwatch.GetTimestamp();
        while (!Listens(port))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience || server._process.WaitForExit(50))
                throw new InvalidOperationException($"{program} does not listen.");
        }

        return server;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string[] Pin() => CanPin ? ["/usr/bin/taskset", "-c", "0"] : [];

    private string ReadPort()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
                return match.Groups[1].Value;
        }

        throw new InvalidOperationException("The server did not start.");
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static bool Listens(int port)
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            // Not yet.
            return false;
        }
    }

    [GeneratedRegex(@"^\[OK\] .* ([\d.]+:\d+) \(chat\)")]
    private static partial Regex Listening();
}
