using System.Net;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// Who comes in by one port, and when. Those who come faster than they may wait in a row, not longer than a few seconds; they count
/// as if they were inside. Knows no clock.
/// </summary>
internal sealed class ConnectionLimiter(ConnectionLimits limits)
{
    // Shorter than akka.io.tcp.register-timeout, after which the TCP layer gives up a connection that nobody has taken.
    private const int LongestWaitSeconds = 5;

    private readonly PerAddressLimiter _addresses = new(limits.MaxPerAddress, limits.CountsLoopback);
    private readonly Queue<PendingConnection> _pending = [];
    private readonly Rate? _rate = limits.AcceptsPerSecond == 0 ? null : new Rate(limits.AcceptsPerSecond, limits.AcceptsPerSecond);
    private TokenBucket _bucket;
    private int _active;

    /// <summary>How many are inside; may be read on any thread.</summary>
    public int ActiveCount => Volatile.Read(ref _active);

    /// <summary>How many wait.</summary>
    public int PendingCount => _pending.Count;

    /// <summary>Somebody comes, and waits for <see cref="TryAdmitPending"/>. Gives the limit because of which it may not; null when it may.</summary>
    public Limit? TryAdmit(AcceptedConnection start)
    {
        if (_active + _pending.Count >= limits.MaxConnections)
            return Limit.MaxConnections;
        if (_rate is not null && _pending.Count >= LongestWaitSeconds * limits.AcceptsPerSecond)
            return Limit.AcceptsPerSecond;
        if (!_addresses.TryAcquire(start.Peer.Address, out var counted))
            return Limit.MaxConnectionsPerAddress;
        _pending.Enqueue(new PendingConnection(start, counted));
        return null;
    }

    /// <summary>Lets the next one in. False when nobody waits, or it is too early for the one who does.</summary>
    /// <param name="now">On a clock that begins at zero and does not go back.</param>
    /// <param name="newcomer">Who it is.</param>
    public bool TryAdmitPending(TimeSpan now, out PendingConnection newcomer)
    {
        newcomer = default;
        if (_pending.Count == 0 || (_rate is { } rate && !_bucket.TryTake(rate, now)))
            return false;
        newcomer = _pending.Dequeue();
        _active++;
        return true;
    }

    /// <summary>When the next one who waits may come in; null when nobody waits.</summary>
    public TimeSpan? NextAt() => _pending.Count > 0 && _rate is { } rate ? _bucket.NextAt(rate) : null;

    /// <summary>Somebody who was inside has left.</summary>
    public void Release(IPAddress? countedAs)
    {
        _active--;
        if (countedAs is not null)
            _addresses.Release(countedAs);
    }

    /// <summary>Sends away everybody who waits: gives them, in order, and forgets them.</summary>
    public IReadOnlyList<AcceptedConnection> DrainPending()
    {
        var away = new List<AcceptedConnection>(_pending.Count);
        while (_pending.TryDequeue(out var newcomer))
        {
            if (newcomer.CountedAs is { } counted)
                _addresses.Release(counted);
            away.Add(newcomer.Start);
        }

        return away;
    }
}

/// <summary>Somebody who may come in, now or in a moment.</summary>
/// <param name="Start">The connection.</param>
/// <param name="CountedAs">For <see cref="ConnectionLimiter.Release"/> when it ends; null when its address is not counted.</param>
internal readonly record struct PendingConnection(AcceptedConnection Start, IPAddress? CountedAs);
