using System.Net;
using System.Net.Sockets;
using ActorChat.Server.Transport.Liveness;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>The settings of ghost checks. A ghost is a connection whose peer is gone unnoticed.</summary>
internal sealed record GhostSettings
{
    /// <summary>Makes the probe of a connection; null if the system has none.</summary>
    public Func<Socket, IPeerProbe?> Probe { get; init; } = TcpProbe.For;

    /// <summary>Decides which addresses can leave ghosts. Within one machine every end is noticed.</summary>
    public Func<IPAddress, bool> ArePossibleAt { get; init; } = address => !IPAddress.IsLoopback(address);

    /// <summary>The time between two checks of the probe.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The time limit after which an undecided holder counts as alive.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(15);
}
