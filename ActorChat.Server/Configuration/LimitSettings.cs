namespace ActorChat.Server.Configuration;

/// <summary>The section <c>actorchat.limits</c>. Values are positive; 0 or null switch a limit off where noted.</summary>
/// <param name="MaxConnections">Simultaneous connections of each port.</param>
/// <param name="MaxLine">Bytes of one chat message, without its line end.</param>
/// <param name="MaxMessage">Bytes of one message on the confirmation port.</param>
/// <param name="MaxQueued">Bytes in the send queue of one connection; always more than one line needs.</param>
/// <param name="MaxUnconfirmed">Messages of one connection that may wait for the database.</param>
/// <param name="NicknameAttempts">Refused nicknames before the connection is closed.</param>
internal sealed record LimitSettings(
    int MaxConnections, int MaxLine, int MaxMessage, int MaxQueued, int MaxUnconfirmed, int NicknameAttempts)
{
    /// <summary>Simultaneous connections from one address, on each port; 0 for no limit.</summary>
    public required int MaxConnectionsPerAddress { get; init; }

    /// <summary>New connections per second, on each port; 0 for no limit.</summary>
    public required int AcceptsPerSecond { get; init; }

    /// <summary>Chat messages per second of one connection; 0 for no limit.</summary>
    public required int MessagesPerSecond { get; init; }

    /// <summary>Chat messages that one connection may send at once after a pause.</summary>
    public required int Burst { get; init; }

    /// <summary>How long one connection may exceed the message rate without a pause; null for no limit.</summary>
    public required TimeSpan? FloodTimeout { get; init; }

    /// <summary>The time from connecting to the nickname; null for no limit.</summary>
    public required TimeSpan? NicknameTimeout { get; init; }

    /// <summary>The time from connecting to the message of the confirmation port; null for no limit.</summary>
    public required TimeSpan? MessageTimeout { get; init; }

    /// <summary>The time between two chat lines; null for no limit.</summary>
    public required TimeSpan? IdleTimeout { get; init; }

    /// <summary>How long a client may read nothing of its send queue; null for no limit.</summary>
    public required TimeSpan? StallTimeout { get; init; }

    /// <summary>How long the answer to a command may take.</summary>
    public required TimeSpan CommandTimeout { get; init; }

    public required KeepAliveSettings KeepAlive { get; init; }
}

/// <param name="Idle">Silence before the first probe.</param>
/// <param name="Interval">The time between two probes.</param>
/// <param name="Probes">Unanswered probes before the peer counts as dead; more than zero.</param>
internal sealed record KeepAliveSettings(TimeSpan Idle, TimeSpan Interval, int Probes);
