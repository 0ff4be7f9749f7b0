using System.Text.RegularExpressions;
using ActorChat.Server.Hosting;

namespace ActorChat.Tests.EndToEnd.Support;

/// <summary>The real server, in a folder of its own, on free ports.</summary>
internal sealed partial class ServerProcess : ChildProcess
{
    private static readonly string[] FreePorts =
    [
        .. new[] { "chat", "chat.tls", "confirmation", "confirmation.tls", "web" }.SelectMany(port => new[] { "--set", $"actorchat.{port}.port=0" }),
        "--set", "actorchat.web.enabled=off",
    ];

    private ServerProcess(string program, string folder, IEnumerable<string> arguments)
        : base(program, arguments, folder)
    {
    }

    private ServerProcess(string folder, IEnumerable<string> arguments, string? terminal = null, Func<string, bool>? keepErrors = null)
        : base([typeof(ServerProgram).Assembly.Location, .. arguments], folder, terminal, keepErrors)
    {
    }

    // prlimit makes way for the server: it is the same process.
    private ServerProcess(string folder, int descriptors, IEnumerable<string> arguments)
        : base("prlimit", [$"--nofile={descriptors}:{descriptors}", Host, typeof(ServerProgram).Assembly.Location, .. arguments], folder)
    {
    }

    /// <summary>The chat port; known once <see cref="WaitUntilReadyAsync"/> has returned.</summary>
    public IPEndPoint Chat { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>The confirmation port; known once <see cref="WaitUntilReadyAsync"/> has returned.</summary>
    public IPEndPoint Confirmation { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>The chat port with TLS, where it was started with one.</summary>
    public Task<IPEndPoint> ChatTlsAsync() => ListeningAsync("chat, TLS");

    /// <summary>The web port, where it was started with one.</summary>
    public async Task<IPEndPoint> WebAsync() => IPEndPoint.Parse(WebPage().Match(await Output.WaitForAsync("/\n")).Groups[1].Value);

    /// <summary>Starts it with exactly these arguments.</summary>
    public static ServerProcess StartWith(string folder, params string[] arguments) => new(folder, arguments);

    /// <summary>Starts it where only so many files may be open.</summary>
    public static ServerProcess StartLimited(string folder, int descriptors, params string[] arguments) => new(folder, descriptors, arguments);

    /// <summary>
    /// Starts it on free ports, with more arguments, and waits until it listens. Its clients may say as much as they like, unless the
    /// arguments limit that again.
    /// </summary>
    public static Task<ServerProcess> StartAsync(string folder, params string[] arguments) => StartAtAsync(terminal: null, folder, arguments);

    /// <summary>The same with a terminal as its standard input.</summary>
    public static async Task<ServerProcess> StartAtAsync(string? terminal, string folder, params string[] arguments)
    {
        var server = new ServerProcess(
            folder,
            [.. FreePorts, "--set", "actorchat.limits.messages-per-second=0", .. arguments],
            terminal);
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>Starts it on free ports with the variable that asks .NET not to use ICU.</summary>
    public static async Task<ServerProcess> StartInvariantAsync(string folder)
    {
        var server = new ServerProcess(
            "env", folder, ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", Host, typeof(ServerProgram).Assembly.Location, .. FreePorts]);
        await server.WaitUntilReadyAsync();
        return server;
    }

    public async Task WaitUntilReadyAsync()
    {
        Chat = await ListeningAsync("chat");
        Confirmation = await ListeningAsync("confirmación");
    }

    /// <summary>Starts one, with exactly these arguments, that says so much that only some lines of its standard error can be kept.</summary>
    public static async Task<ServerProcess> StartKeepingAsync(Func<string, bool> keepErrors, string folder, params string[] arguments)
    {
        var server = new ServerProcess(folder, arguments, keepErrors: keepErrors);
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>Waits for its own end.</summary>
    public Task<(int ExitCode, string Output, string Errors)> FinishAsync() => ExitAsync();

    /// <summary>Asks it to stop, and waits for its end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> StopAsync(string signal = "TERM")
    {
        await SignalAsync(signal);
        return await ExitAsync();
    }

    private async Task<IPEndPoint> ListeningAsync(string port)
    {
        var text = await Output.WaitForAsync($"({port})\n");
        var line = Listening().Matches(text).Single(match => match.Groups["name"].Value == port);
        return new IPEndPoint(IPAddress.Parse(line.Groups["host"].Value), int.Parse(line.Groups["port"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^\[OK\] Servidor escuchando en (?<host>[\d.]+):(?<port>\d+) \((?<name>[\w, ]+)\)$", RegexOptions.Multiline)]
    private static partial Regex Listening();

    [GeneratedRegex(@"https?://([\d.]+:\d+)/\n")]
    private static partial Regex WebPage();
}
