namespace ActorChat.Server.Storage.MySql;

/// <summary>Writes users into one kind of table <c>clientes</c>.</summary>
internal interface IMySqlUserWriter
{
    /// <summary>Writes them, in the transaction that is open. Of two rows of one user the later holds.</summary>
    void Write(MySqlSession session, IReadOnlyList<MySqlUserRow> users);
}
