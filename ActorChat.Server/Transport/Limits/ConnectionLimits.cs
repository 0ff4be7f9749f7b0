namespace ActorChat.Server.Transport.Limits;

/// <summary>The connection limits of one port.</summary>
internal sealed record ConnectionLimits(int MaxConnections)
{
    /// <summary>Simultaneous connections from one IPv4 address or IPv6 /64 network; 0 for unlimited.</summary>
    public int MaxPerAddress { get; init; }

    /// <summary>Whether <see cref="MaxPerAddress"/> applies to loopback too. Only for tests, which have no other machine.</summary>
    public bool CountsLoopback { get; init; }

    /// <summary>New connections per second, and the burst after a pause; 0 for unlimited.</summary>
    public int AcceptsPerSecond { get; init; }
}
