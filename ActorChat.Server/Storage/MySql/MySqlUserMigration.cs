using ActorChat.Server.Storage.Sql;
using MySqlConnector;

namespace ActorChat.Server.Storage.MySql;

/// <summary>
/// The step from version 1 of our table <c>clientes</c>, a row for each spelling of a nickname, to version 2, a row for each user. If it
/// was interrupted, it is repeated at the next start. A table made by hand is left alone.
/// </summary>
internal static class MySqlUserMigration
{
    private const string Key = UserTable.KeyColumn;

    private const string IsMarkedOrForeignSql = """
        SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'clientes'
        AND (table_comment <> '' OR table_collation <> 'utf8mb4_bin')
        """;

    private const string ColumnsSql = """
        SELECT LOWER(column_name), LOWER(column_type), is_nullable, column_key, collation_name FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'clientes' ORDER BY ordinal_position
        """;

    // The last seen comes last.
    private const string NicknamesSql = "SELECT nickname FROM clientes ORDER BY connected_at, nickname FOR UPDATE";

    // Of version 1, which put no mark on it: nobody else compares letter by letter.
    private static readonly string[] FirstVersion = ["nickname|varchar(64)|NO|PRI|utf8mb4_bin", "connected_at|datetime|NO||"];

    /// <summary>Whether the step has to be gone: the table is one of version 1, perhaps with the key where it was broken off.</summary>
    public static bool IsDue(MySqlSession session) =>
        Columns(session).Where(column => !IsKey(column)).SequenceEqual(FirstVersion)
        && !session.Any(IsMarkedOrForeignSql);

    /// <summary>Goes the step, unless another server has been faster.</summary>
    /// <param name="session">With a long limit for each statement; closed afterwards.</param>
    /// <returns>The refusal when the user lacks a right; nothing is changed then. Otherwise null.</returns>
    public static MySqlException? Run(MySqlSession session)
    {
        // Several servers may start at the same time. The lock ends with the session.
        session.Any("SELECT GET_LOCK('actorchat.clientes', 60)");
        try
        {
            if (IsDue(session))
                AddKey(session);
            return null;
        }
        catch (MySqlException forbidden) when (MySqlErrors.IsForbidden(forbidden))
        {
            return forbidden;
        }
    }

    private static void AddKey(MySqlSession session)
    {
        // Checks the right before anything is changed.
        session.Execute("DELETE FROM clientes WHERE 1 = 0");
        if (!Columns(session).Exists(IsKey))
            session.Execute($"ALTER TABLE clientes ADD COLUMN {Key} {MySqlUserTable.KeyType}");
        session.Execute("START TRANSACTION");
        MergeSpellings(session);
        session.Execute("COMMIT");
        session.Execute($"ALTER TABLE clientes ADD UNIQUE ({Key}), COMMENT '{MySqlUserTable.Mark}'");
    }

    private static List<string> Columns(MySqlSession session) => session.QueryDriver(
        ColumnsSql, row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "" : row.GetString(i))));

    private static bool IsKey(string column) => column.StartsWith(Key + '|', StringComparison.Ordinal);

    // Of several spellings of one nickname the last that was seen stays, with its time.
    private static void MergeSpellings(MySqlSession session)
    {
        var latest = new Dictionary<string, UserRow>();
        foreach (var nickname in session.Query(NicknamesSql))
            latest[CaseFolding.Casefold(nickname)] = new UserRow(nickname, "2000-01-01");
        session.Execute($"UPDATE clientes SET {Key} = NULL");

        // The rows exist: the time is only there because an insert must name one.
        MySqlUserTable.Upsert(session, latest.Values, Key);
        session.Execute($"DELETE FROM clientes WHERE {Key} IS NULL");
    }
}
