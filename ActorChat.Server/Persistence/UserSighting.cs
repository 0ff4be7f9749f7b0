namespace ActorChat.Server.Persistence;

/// <summary>A user has connected: a row of <c>clientes</c>.</summary>
/// <param name="Nickname">As the caller normalises it; at most 64 characters.</param>
/// <param name="ConnectedAt">Local time; stored to the second as <c>yyyy-MM-dd HH:mm:ss</c>, the DATETIME text of both databases.</param>
internal sealed record UserSighting(string Nickname, DateTime ConnectedAt);
