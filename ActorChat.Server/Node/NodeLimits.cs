namespace ActorChat.Server.Node;

/// <summary>The limits of the listeners and of the chat.</summary>
/// <param name="MaxConnections">How many connections each port keeps at a time.</param>
/// <param name="NicknameAttempts">After how many refused nicknames a chat connection is closed.</param>
/// <param name="MaxUnconfirmed">How many commands of one connection may wait for the room.</param>
internal sealed record NodeLimits(int MaxConnections, int NicknameAttempts, int MaxUnconfirmed);
