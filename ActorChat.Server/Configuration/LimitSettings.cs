namespace ActorChat.Server.Configuration;

/// <summary>Where everything that grows ends; all more than zero.</summary>
/// <param name="MaxConnections">Connections at the same time, on each port.</param>
/// <param name="MaxLine">Bytes of one chat message, without its line end.</param>
/// <param name="MaxMessage">Bytes of one message on the confirmation port.</param>
/// <param name="MaxQueued">Bytes that may wait for one reader; always more than one line needs.</param>
/// <param name="MaxUnconfirmed">Messages of one connection that may wait for the database.</param>
/// <param name="NicknameAttempts">Nicknames that may be refused before the connection is closed.</param>
internal sealed record LimitSettings(
    int MaxConnections, int MaxLine, int MaxMessage, int MaxQueued, int MaxUnconfirmed, int NicknameAttempts)
{
    /// <summary>When a peer that gives no sign is given up.</summary>
    public required KeepAliveSettings KeepAlive { get; init; }
}
