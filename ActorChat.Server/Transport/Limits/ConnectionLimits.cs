namespace ActorChat.Server.Transport.Limits;

/// <summary>Who may come in by one port.</summary>
/// <param name="MaxConnections">Connections at the same time.</param>
internal sealed record ConnectionLimits(int MaxConnections)
{
    /// <summary>Connections at the same time from one address, or from one /64 network of IPv6; 0 for any number.</summary>
    public int MaxPerAddress { get; init; }

    /// <summary>Whether that holds for this machine itself too. No setting: only tests, which have no other machine, want it.</summary>
    public bool CountsLoopback { get; init; }

    /// <summary>New connections a second, and at once after a pause; 0 for any number.</summary>
    public int AcceptsPerSecond { get; init; }
}
