namespace ActorChat.Server.Storage;

/// <summary>A user has connected: a row of <c>clientes</c>.</summary>
/// <param name="Nickname">As its user spelt it; at most 64 characters.</param>
/// <param name="ConnectedAt">
/// The moment, and the local time of this machine; stored to the second as <c>yyyy-MM-dd HH:mm:ss</c>, the DATETIME text of both databases.
/// </param>
internal sealed record LastSeen(string Nickname, DateTimeOffset ConnectedAt);
