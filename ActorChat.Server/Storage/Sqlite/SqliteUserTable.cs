using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>The table <c>clientes</c> of a SQLite file: one of ours, which has a key for each user, or one made by hand.</summary>
internal static class SqliteUserTable
{
    private const string Key = UserTable.KeyColumn;

    // As version 1 made it, and as SQLite keeps it. A table that was changed since belongs to whoever changed it.
    private const string FirstVersion = "CREATE TABLE clientes (nickname VARCHAR(64) PRIMARY KEY, connected_at DATETIME NOT NULL)";

    // Update first, then insert: what else somebody has noted in the row stays. A row that another program has inserted under the
    // same nickname is the same user's, and gives way. The transaction holds the write lock.
    private const string UpdateSql = $"UPDATE OR REPLACE clientes SET nickname = @n, connected_at = @t WHERE {Key} = @k";
    private const string InsertSql = $"INSERT OR REPLACE INTO clientes (nickname, connected_at, {Key}) VALUES (@n, @t, @k)";

    public static UserStore Open(SqlSession session) =>
        new(session, session.Columns(UserTable.Name).Exists(column => column.Name == Key) ? Write : UserTable.WriteByHand);

    /// <summary>
    /// Makes a missing table, and gives one of version 1 the key. In files of other versions a table that looks the same was there before us.
    /// </summary>
    public static void Complete(SqlSession session, long version)
    {
        var isNew = session.Columns(UserTable.Name).Count == 0;
        if (isNew)
            session.Execute(FirstVersion);
        if (isNew || (version == 1 && IsFirstVersion(session)))
            AddKey(session);
    }

    private static void Write(SqlSession session, IReadOnlyList<UserRow> users)
    {
        foreach (var (nickname, connectedAt) in users)
        {
            (string, object?)[] row = [("@n", nickname), ("@t", connectedAt), ("@k", CaseFolding.Casefold(nickname))];
            if (session.Execute(UpdateSql, row) == 0)
                session.Execute(InsertSql, row);
        }
    }

    private static bool IsFirstVersion(SqlSession session) =>
        session.Query("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'clientes'").SequenceEqual([FirstVersion]);

    // Of several spellings of one nickname the last that was seen stays.
    private static void AddKey(SqlSession session)
    {
        session.Execute($"ALTER TABLE clientes ADD COLUMN {Key} TEXT");
        var rows = session.Query(
            "SELECT rowid, nickname FROM clientes WHERE nickname IS NOT NULL ORDER BY connected_at, rowid",
            row => (Id: row.Number(0), Nickname: row.Text(1)));
        foreach (var user in rows.GroupBy(row => CaseFolding.Casefold(row.Nickname)))
            session.Execute($"UPDATE clientes SET {Key} = @k WHERE rowid = @i", ("@k", user.Key), ("@i", user.Last().Id));
        session.Execute($"DELETE FROM clientes WHERE {Key} IS NULL AND nickname IS NOT NULL");
        session.Execute($"CREATE UNIQUE INDEX {SqliteSchema.FreeName(session, "clientes_por_usuario")} ON clientes ({Key})");
    }
}
