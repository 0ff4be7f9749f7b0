using System.Net;
using ActorChat.Server.Net.Limits;

namespace ActorChat.Server.Net.Doors;

/// <summary>
/// Who comes in by one port, and when. Those who come faster than they may wait in a row, not longer than a few seconds; they count
/// as if they were inside. Knows no clock.
/// </summary>
internal sealed class Door(DoorLimits limits)
{
    // Shorter than akka.io.tcp.register-timeout, after which the TCP layer gives up a connection that nobody has taken.
    private const int LongestWaitSeconds = 5;

    private readonly AddressCounts _addresses = new(limits.MaxPerAddress, limits.CountsLoopback);
    private readonly Queue<Newcomer> _waiting = [];
    private readonly Rate? _rate = limits.AcceptsPerSecond == 0 ? null : new Rate(limits.AcceptsPerSecond, limits.AcceptsPerSecond);
    private TokenBucket _bucket;
    private int _inside;

    /// <summary>How many are inside; may be read on any thread.</summary>
    public int Inside => Volatile.Read(ref _inside);

    /// <summary>How many wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Somebody comes, and waits for <see cref="TryAdmit"/>. Gives the limit because of which it may not; null when it may.</summary>
    public Limit? Knock(ConnectionStart start)
    {
        if (_inside + _waiting.Count >= limits.MaxConnections)
            return Limit.MaxConnections;
        if (_rate is not null && _waiting.Count >= LongestWaitSeconds * limits.AcceptsPerSecond)
            return Limit.AcceptsPerSecond;
        if (!_addresses.TryEnter(start.Peer.Address, out var counted))
            return Limit.MaxConnectionsPerAddress;
        _waiting.Enqueue(new Newcomer(start, counted));
        return null;
    }

    /// <summary>Lets the next one in. False when nobody waits, or it is too early for the one who does.</summary>
    /// <param name="now">On a clock that begins at zero and does not go back.</param>
    /// <param name="newcomer">Who it is.</param>
    public bool TryAdmit(TimeSpan now, out Newcomer newcomer)
    {
        newcomer = default;
        if (_waiting.Count == 0 || (_rate is { } rate && !_bucket.TryTake(rate, now)))
            return false;
        newcomer = _waiting.Dequeue();
        _inside++;
        return true;
    }

    /// <summary>When the next one who waits may come in; null when nobody waits.</summary>
    public TimeSpan? NextAt() => _waiting.Count > 0 && _rate is { } rate ? _bucket.NextAt(rate) : null;

    /// <summary>Somebody who was inside has left.</summary>
    public void Leave(IPAddress? countedAs)
    {
        _inside--;
        if (countedAs is not null)
            _addresses.Leave(countedAs);
    }

    /// <summary>Sends away everybody who waits: gives them, in order, and forgets them.</summary>
    public IReadOnlyList<ConnectionStart> SendAway()
    {
        var away = new List<ConnectionStart>(_waiting.Count);
        while (_waiting.TryDequeue(out var newcomer))
        {
            if (newcomer.CountedAs is { } counted)
                _addresses.Leave(counted);
            away.Add(newcomer.Start);
        }

        return away;
    }
}
