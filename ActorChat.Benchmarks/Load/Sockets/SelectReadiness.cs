using System.Net.Sockets;

namespace ActorChat.Benchmarks.Load.Sockets;

/// <summary>
/// For systems without epoll: every wait looks at every socket, so it is right everywhere, and fast with some hundred members.
/// </summary>
internal sealed class SelectReadiness : IReadiness
{
    private readonly Dictionary<Socket, (int Token, bool Writable)> _watched = [];

    /// <inheritdoc/>
    public void Add(Socket socket, int token, bool writable) => _watched.Add(socket, (token, writable));

    /// <inheritdoc/>
    public void Change(Socket socket, int token, bool writable) => _watched[socket] = (token, writable);

    /// <inheritdoc/>
    public void Remove(Socket socket) => _watched.Remove(socket);

    /// <inheritdoc/>
    public int Wait(Span<Ready> ready, TimeSpan time)
    {
        time = time > TimeSpan.Zero ? time : TimeSpan.Zero;
        if (_watched.Count == 0)
        {
            Thread.Sleep(time);
            return 0;
        }

        List<Socket> reading = [.. _watched.Keys];
        List<Socket> writing = [.. _watched.Where(pair => pair.Value.Writable).Select(pair => pair.Key)];
        List<Socket> failing = [.. writing];
        Socket.Select(reading, writing, failing, time);
        return Tell(ready, [.. reading, .. failing], [.. writing]);
    }

    /// <inheritdoc/>
    public void Dispose() => _watched.Clear();

    private int Tell(Span<Ready> ready, HashSet<Socket> readable, HashSet<Socket> writable)
    {
        var count = 0;
        foreach (var socket in readable.Union(writable).Take(ready.Length))
            ready[count++] = new Ready(_watched[socket].Token, readable.Contains(socket), writable.Contains(socket));
        return count;
    }
}
