namespace ActorChat.Server.Configuration;

/// <summary>Where everything that grows ends; what is neither 0 nor null is more than zero.</summary>
/// <param name="MaxConnections">Connections at the same time, on each port.</param>
/// <param name="MaxLine">Bytes of one chat message, without its line end.</param>
/// <param name="MaxMessage">Bytes of one message on the confirmation port.</param>
/// <param name="MaxQueued">Bytes that may wait for one reader; always more than one line needs.</param>
/// <param name="MaxUnconfirmed">Messages of one connection that may wait for the database.</param>
/// <param name="NicknameAttempts">Nicknames that may be refused before the connection is closed.</param>
internal sealed record LimitSettings(
    int MaxConnections, int MaxLine, int MaxMessage, int MaxQueued, int MaxUnconfirmed, int NicknameAttempts)
{
    /// <summary>Connections at the same time from one address, on each port; 0 for any number.</summary>
    public required int MaxConnectionsPerAddress { get; init; }

    /// <summary>New connections a second, on each port; 0 for any number.</summary>
    public required int AcceptsPerSecond { get; init; }

    /// <summary>Chat messages a second of one connection; 0 for any number.</summary>
    public required int MessagesPerSecond { get; init; }

    /// <summary>Chat messages that one connection may send at once after a pause.</summary>
    public required int Burst { get; init; }

    /// <summary>How long one connection may send more than that without a pause; null for ever.</summary>
    public required TimeSpan? FloodTimeout { get; init; }

    /// <summary>The time from connecting to the nickname; null for ever.</summary>
    public required TimeSpan? NicknameTimeout { get; init; }

    /// <summary>The time from connecting to the message of the confirmation port; null for ever.</summary>
    public required TimeSpan? MessageTimeout { get; init; }

    /// <summary>The time from one chat line to the next; null for ever.</summary>
    public required TimeSpan? IdleTimeout { get; init; }

    /// <summary>How long a reader may take nothing of what waits for it; null for ever.</summary>
    public required TimeSpan? StallTimeout { get; init; }

    /// <summary>When a peer that gives no sign is given up.</summary>
    public required KeepAliveSettings KeepAlive { get; init; }
}
