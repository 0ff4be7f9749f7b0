using ActorChat.Server.Transport.Limits;

namespace ActorChat.Server.Lifecycle;

/// <summary>The limits of the listeners and of the chat.</summary>
/// <param name="MaxConnections">How many connections each port keeps at a time.</param>
/// <param name="NicknameAttempts">After how many refused nicknames a chat connection is closed.</param>
/// <param name="MaxUnconfirmed">How many commands of one connection may wait for the room.</param>
internal sealed record ServerLimits(int MaxConnections, int NicknameAttempts, int MaxUnconfirmed)
{
    /// <summary>How many connections each port keeps of one address at a time; 0 for any number.</summary>
    public int MaxConnectionsPerAddress { get; init; }

    /// <summary>Whether that holds for this machine too; only tests want it.</summary>
    public bool CountsLoopback { get; init; }

    /// <summary>How many new connections a second each port takes; 0 for any number.</summary>
    public int AcceptsPerSecond { get; init; }

    /// <summary>Who may come in by each port.</summary>
    public ConnectionLimits Connections => new(MaxConnections)
    {
        MaxPerAddress = MaxConnectionsPerAddress,
        CountsLoopback = CountsLoopback,
        AcceptsPerSecond = AcceptsPerSecond,
    };
}
