namespace ActorChat.Server.Storage.MySql.Users;

/// <summary>Writes users into one kind of table <c>clientes</c>.</summary>
internal interface IMySqlUserWriter
{
    /// <summary>Writes them, in the transaction that is open. Of two rows of one user the later holds.</summary>
    void Write(MySqlSession session, IReadOnlyList<MySqlUserRow> users);
}

/// <summary>A row of <c>clientes</c>; the time is the text that the server is sent.</summary>
internal readonly record struct MySqlUserRow(string Nickname, string ConnectedAt);
