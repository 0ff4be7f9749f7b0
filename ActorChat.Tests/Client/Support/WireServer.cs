namespace ActorChat.Tests.Client.Support;

/// <summary>A server that a test plays by hand, on a free port of the loopback interface.</summary>
internal sealed class WireServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private WireServer() => _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public static WireServer Start()
    {
        var server = Absent();
        server._listener.Listen();
        return server;
    }

    /// <summary>A port that refuses connections, and that nobody else can take meanwhile.</summary>
    public static WireServer Absent() => new();

    public async Task<WirePeer> AcceptAsync() => new(await _listener.AcceptAsync().WaitAsync(TestTimeout.Limit));

    /// <summary>Takes one message of somebody, and answers it.</summary>
    public async Task AnswerAsync(string expected, string answer)
    {
        using var peer = await AcceptAsync();
        Assert.Equal(expected, await peer.ReadLineAsync());
        await peer.SendAsync(answer);
    }

    /// <summary>From now on connections are refused; those accepted live on.</summary>
    public void Dispose() => _listener.Dispose();
}
