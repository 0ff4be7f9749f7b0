using System.Net;
using System.Net.Sockets;
using ActorChat.Server.Transport.Liveness;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>How ghosts are found: connections that hold a nickname although their peer is gone, which the server has not heard of yet.</summary>
internal sealed record GhostSettings
{
    /// <summary>How the peer of a connection is asked whether it is there; null where that cannot be done.</summary>
    public Func<Socket, IPeerProbe?> Probe { get; init; } = TcpProbe.For;

    /// <summary>From where a connection can be a ghost: within one machine no peer goes without a word.</summary>
    public Func<IPAddress, bool> ArePossibleAt { get; init; } = address => !IPAddress.IsLoopback(address);

    /// <summary>The time from one look to the next.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>After how long without a sign of either kind the holder has the benefit of the doubt.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(15);
}
