namespace ActorChat.Tests.Faults.Links;

/// <summary>A connection through the proxy: two of them, and what is wrong in between.</summary>
internal sealed class FaultyLink : IDisposable
{
    private readonly Socket _client;
    private readonly Socket _server;
    private readonly FaultyDirection _up;
    private readonly FaultyDirection _down;

    public FaultyLink(Socket client, Socket server, LinkFaults faults, int seed, Gate gate)
    {
        (_client, _server) = (client, server);
        _up = new FaultyDirection(client, server, faults, new Random(seed), gate);
        _down = new FaultyDirection(server, client, faults, new Random(seed + 1), gate);
    }

    public int Lost => _up.Lost + _down.Lost;

    /// <summary>Carries until both sides have ended, or one of them breaks off, which the other side is then told.</summary>
    public async Task RunAsync()
    {
        try
        {
            await Task.WhenAll(Guarded(_up), Guarded(_down));
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Breaks it off for both sides (RST).</summary>
    public void Reset()
    {
        Reset(_client);
        Reset(_server);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private async Task Guarded(FaultyDirection direction)
    {
        try
        {
            await direction.RunAsync();
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            Reset();
        }
    }

    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // It has ended by itself.
        }

        socket.Dispose();
    }
}
