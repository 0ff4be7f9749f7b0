using System.Net;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// Admits the connections of one port. Connections above the accept rate queue for a few seconds at most, and count as active meanwhile. Knows
/// no clock.
/// </summary>
internal sealed class ConnectionLimiter(ConnectionLimits limits)
{
    // Shorter than akka.io.tcp.register-timeout, after which the TCP layer drops an unregistered connection.
    private const int MaxWaitSeconds = 5;

    private readonly PerAddressLimiter _addresses = new(limits.MaxPerAddress, limits.CountsLoopback);
    private readonly Queue<PendingConnection> _pending = [];
    private readonly Rate? _rate = limits.AcceptsPerSecond == 0 ? null : new Rate(limits.AcceptsPerSecond, limits.AcceptsPerSecond);
    private TokenBucket _bucket;
    private int _active;

    /// <summary>The number of admitted connections. Thread-safe.</summary>
    public int ActiveCount => Volatile.Read(ref _active);

    public int PendingCount => _pending.Count;

    /// <summary>Queues a connection for <see cref="TryAdmitPending"/>. Returns the limit that forbids it, or null.</summary>
    public Limit? TryAdmit(AcceptedConnection start)
    {
        if (_active + _pending.Count >= limits.MaxConnections)
            return Limit.MaxConnections;
        if (_rate is not null && _pending.Count >= MaxWaitSeconds * limits.AcceptsPerSecond)
            return Limit.AcceptsPerSecond;
        if (!_addresses.TryAcquire(start.Peer.Address, out var counted))
            return Limit.MaxConnectionsPerAddress;
        _pending.Enqueue(new PendingConnection(start, counted));
        return null;
    }

    /// <summary>Admits the next queued connection. False if none is queued, or the rate forbids it now.</summary>
    public bool TryAdmitPending(TimeSpan now, out PendingConnection admitted)
    {
        admitted = default;
        if (_pending.Count == 0 || (_rate is { } rate && !_bucket.TryTake(rate, now)))
            return false;
        admitted = _pending.Dequeue();
        _active++;
        return true;
    }

    /// <summary>The time when the next queued connection may be admitted; null if none is queued.</summary>
    public TimeSpan? NextAt() => _pending.Count > 0 && _rate is { } rate ? _bucket.NextAt(rate) : null;

    /// <summary>Notes the end of an admitted connection.</summary>
    public void Release(IPAddress? countedAs)
    {
        _active--;
        if (countedAs is not null)
            _addresses.Release(countedAs);
    }

    /// <summary>Takes all queued connections, in order.</summary>
    public IReadOnlyList<AcceptedConnection> DrainPending()
    {
        var drained = _pending.ToArray();
        _pending.Clear();
        foreach (var counted in drained.Select(pending => pending.CountedAs).OfType<IPAddress>())
            _addresses.Release(counted);
        return [.. drained.Select(pending => pending.Start)];
    }
}

/// <summary>A connection that is queued or just admitted, with the argument of <see cref="ConnectionLimiter.Release"/>.</summary>
internal readonly record struct PendingConnection(AcceptedConnection Start, IPAddress? CountedAs);
