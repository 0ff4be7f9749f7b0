using System.Collections.Concurrent;

namespace ActorChat.Tests.Faults.Links;

/// <summary>A way to a server that delays, cuts and breaks. It stays TCP: what comes is in order, only late, in pieces or broken off.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<int, FaultyLink> _links = [];
    private readonly Gate _gate = new();
    private readonly IPEndPoint _target;
    private readonly LinkFaults _faults;
    private readonly int _seed;
    private readonly Task _accepting;
    private int _lost;

    public FaultyProxy(IPEndPoint target, LinkFaults faults, int seed)
    {
        (_target, _faults, _seed) = (target, faults, seed);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    public int Lost => Volatile.Read(ref _lost) + _links.Values.Sum(link => link.Lost);

    /// <summary>Nothing moves for so long, on any link.</summary>
    public Task StopForAsync(TimeSpan time) => _gate.CloseForAsync(time);

    /// <summary>Breaks off one of the links; false when there is none.</summary>
    public bool ResetOne(Random random)
    {
        if (_links.Values.ToList() is not { Count: > 0 } links)
            return false;
        links[random.Next(links.Count)].Reset();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        foreach (var link in _links.Values)
            link.Reset();
    }

    private async Task AcceptAsync()
    {
        try
        {
            for (var number = 0; ; number++)
                _ = CarryAsync(await _listener.AcceptSocketAsync(), number);
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task CarryAsync(Socket client, int number)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        await server.ConnectAsync(_target);
        var link = _links[number] = new FaultyLink(client, server, _faults, _seed + (2 * number), _gate);
        await link.RunAsync();
        Interlocked.Add(ref _lost, link.Lost);
        _links.TryRemove(number, out _);
    }
}
