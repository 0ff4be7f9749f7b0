using MySqlConnector;

namespace ActorChat.Server.Storage.MySql.Users;

/// <summary>
/// The step from version 1 of our table <c>clientes</c>, a row for each spelling of a nickname, to version 2, a row for each user.
/// Broken off at any moment, it is gone through again at the next start. A table made by hand is left alone.
/// </summary>
internal static class MySqlUserMigration
{
    private const int RowsPerStatement = 500;

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
        && session.Query(IsMarkedOrForeignSql, _ => 0).Count == 0;

    /// <summary>Goes the step, unless another server has been faster.</summary>
    /// <param name="session">May take long over a statement; is closed afterwards.</param>
    /// <returns>What the server refused because the user lacks a right for it, and then nothing is changed; null when it did not.</returns>
    public static MySqlException? Run(MySqlSession session)
    {
        // Several servers may start at the same time. The lock ends with the session.
        session.Query("SELECT GET_LOCK('actorchat.clientes', 60)", _ => 0);
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
        // Asks for the right before anything is changed.
        session.Execute("DELETE FROM clientes WHERE 1 = 0");
        if (!Columns(session).Exists(IsKey))
            session.Execute($"ALTER TABLE clientes ADD COLUMN {MySqlUserTable.KeyColumn} {MySqlUserTable.KeyType}");
        session.Execute("START TRANSACTION");
        MergeSpellings(session);
        session.Execute("COMMIT");
        session.Execute($"ALTER TABLE clientes ADD UNIQUE ({MySqlUserTable.KeyColumn}), COMMENT '{MySqlUserTable.Mark}'");
    }

    private static List<string> Columns(MySqlSession session) => session.Query(
        ColumnsSql, row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "" : row.GetString(i))));

    private static bool IsKey(string column) => column.StartsWith(MySqlUserTable.KeyColumn + '|', StringComparison.Ordinal);

    // Of several spellings of one nickname the last that was seen stays, with its time.
    private static void MergeSpellings(MySqlSession session)
    {
        var latest = new Dictionary<string, string>();
        foreach (var nickname in session.Query(NicknamesSql, row => row.GetString(0)))
            latest[CaseFolding.Casefold(nickname)] = nickname;
        session.Execute($"UPDATE clientes SET {MySqlUserTable.KeyColumn} = NULL");
        foreach (var block in latest.Chunk(RowsPerStatement))
            session.Execute(KeysSql(block.Length), Parameters(block));
        session.Execute($"DELETE FROM clientes WHERE {MySqlUserTable.KeyColumn} IS NULL");
    }

    private static (string Name, string? Value)[] Parameters(KeyValuePair<string, string>[] users) =>
        [.. users.SelectMany((user, i) => new (string, string?)[] { ($"@k{i}", user.Key), ($"@n{i}", user.Value) })];

    // The rows are there: the time is only named because a row to be inserted would need one.
    private static string KeysSql(int rows) =>
        $"INSERT INTO clientes (nickname, connected_at, {MySqlUserTable.KeyColumn}) VALUES "
        + string.Join(", ", Enumerable.Range(0, rows).Select(i => $"(@n{i}, '2000-01-01', @k{i})"))
        + $" ON DUPLICATE KEY UPDATE {MySqlUserTable.KeyColumn} = VALUES({MySqlUserTable.KeyColumn})";
}
