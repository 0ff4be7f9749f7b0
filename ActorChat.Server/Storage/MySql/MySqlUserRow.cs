namespace ActorChat.Server.Storage.MySql;

/// <summary>A row of <c>clientes</c>.</summary>
/// <param name="Nickname">As its user spelt it.</param>
/// <param name="ConnectedAt">The time as the server is told it.</param>
internal readonly record struct MySqlUserRow(string Nickname, string ConnectedAt);
