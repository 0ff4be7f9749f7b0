using System.Collections.Concurrent;
using System.Net.Sockets;

namespace ActorChat.Actors.Watching;

/// <summary>
/// What the TCP layer of one system does, in numbers. They are counted where a call of the kernel has just been made, beside which
/// an interlocked addition costs nothing that could be measured.
/// </summary>
internal sealed class TcpActivity
{
    private readonly ConcurrentDictionary<SocketError, long> _refusals = new();
    private long _open;
    private long _bytesIn;
    private long _bytesOut;
    private long _writes;

    /// <summary>The connections that are open.</summary>
    public long Open => Volatile.Read(ref _open);

    /// <summary>The bytes read.</summary>
    public long BytesIn => Volatile.Read(ref _bytesIn);

    /// <summary>The bytes that the kernel has taken.</summary>
    public long BytesOut => Volatile.Read(ref _bytesOut);

    /// <summary>The writes accepted from actors.</summary>
    public long Writes => Volatile.Read(ref _writes);

    /// <summary>The connections that came and could not be accepted, by the reason.</summary>
    public IEnumerable<KeyValuePair<SocketError, long>> Refusals => _refusals;

    public void CountOpened() => Interlocked.Increment(ref _open);

    public void CountClosed() => Interlocked.Decrement(ref _open);

    public void CountRead(int bytes) => Interlocked.Add(ref _bytesIn, bytes);

    public void CountSent(int bytes) => Interlocked.Add(ref _bytesOut, bytes);

    public void CountWrite() => Interlocked.Increment(ref _writes);

    public void CountRefusal(SocketError reason) => _refusals.AddOrUpdate(reason, 1, (_, before) => before + 1);
}
