namespace ActorChat.Tests.Stress.Network;

/// <summary>A server's machine with a switch, to which other machines are connected by cables that can be pulled.</summary>
internal sealed class SmallNetwork : IDisposable
{
    // Of the range for measurements, RFC 2544.
    private const string Prefix = "198.18.0.", Switch = "actorbr", Cable = "actoreth";

    private readonly List<NetworkNamespace> _machines = [];
    private readonly NetworkNamespace _server;

    public SmallNetwork()
    {
        _server = new NetworkNamespace();
        _machines.Add(_server);
        _server.Ip("link", "add", Switch, "type", "bridge");
        _server.Ip("address", "add", Server + "/24", "dev", Switch);
        _server.Ip("link", "set", Switch, "up");
    }

    private static IPAddress Server { get; } = IPAddress.Parse(Prefix + "1");

    /// <summary>Starts the real server on its machine, reachable from all others.</summary>
    public Task<ServerProcess> StartServerAsync(string folder, params string[] settings) => _server.Run(() => ServerProcess.StartAsync(
        folder, ["--set", "actorchat.chat.host=\"0.0.0.0\"", .. settings.SelectMany(setting => new[] { "--set", setting })]));

    /// <summary>Connects to the chat port from another machine.</summary>
    public static Task<WireClient> ConnectAsync(NetworkNamespace machine, ServerProcess server) =>
        machine.Run(() => WireClient.ConnectAsync(new IPEndPoint(Server, server.Chat.Port)));

    /// <summary>The same, and takes a nickname.</summary>
    public static Task<WireClient> JoinAsync(NetworkNamespace machine, ServerProcess server, string nickname) =>
        machine.Run(() => WireClient.JoinAsync(new IPEndPoint(Server, server.Chat.Port), nickname));

    /// <summary>From now on nothing of the server's reaches this address and port, and nobody says so.</summary>
    public void Silence(IPEndPoint peer) => _server.Ip(
        "rule", "add", "to", peer.Address.ToString(), "ipproto", "tcp", "dport", peer.Port.ToString(CultureInfo.InvariantCulture), "blackhole");

    /// <summary>
    /// Connects a new machine. One with the number of another one stands for that machine after a power cut: the same address and the
    /// same hardware, and no memory of what was before. The other's cable must have been pulled.
    /// </summary>
    /// <param name="number">2 to 254; the last part of its address.</param>
    public NetworkNamespace Connect(int number)
    {
        var machine = new NetworkNamespace();
        _machines.Add(machine);
        var port = string.Create(CultureInfo.InvariantCulture, $"actorsw{_machines.Count}");
        var hardware = string.Create(CultureInfo.InvariantCulture, $"02:00:00:00:00:{number:X2}");
        _server.Ip("link", "add", port, "type", "veth", "peer", "name", Cable, "address", hardware, "netns", machine.Id);
        _server.Ip("link", "set", port, "master", Switch, "up");
        machine.Ip("address", "add", string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}/24"), "dev", Cable);
        machine.Ip("link", "set", Cable, "up");
        return machine;
    }

    /// <summary>From now on nothing comes from a machine, and nothing reaches it.</summary>
    public static void PullCable(NetworkNamespace machine) => machine.Ip("link", "set", Cable, "down");

    public void Dispose()
    {
        foreach (var machine in _machines)
            machine.Dispose();
    }
}
