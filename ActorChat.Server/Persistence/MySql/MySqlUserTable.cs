using System.Globalization;

namespace ActorChat.Server.Persistence.MySql;

/// <summary>
/// What the table <c>clientes</c> looks like. Ours compares nicknames letter by letter, as SQLite does; one made by hand
/// keeps its types, its keys and its collation.
/// </summary>
/// <param name="Missing">A column that we need and it lacks; null when it has both.</param>
/// <param name="HasKey">Whether INSERT … ON DUPLICATE KEY UPDATE is right: the nickname alone is unique, and nothing else is.</param>
internal sealed record MySqlUserTable(string? Missing, bool HasKey)
{
    private const string Name = "clientes";

    private const string CreateSql = """
        CREATE TABLE IF NOT EXISTS clientes (nickname VARCHAR(64) PRIMARY KEY, connected_at DATETIME NOT NULL)
        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        """;

    private const string ColumnsSql =
        "SELECT LOWER(column_name) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'clientes'";

    // One row for each unique index: whether it is on the whole nickname and nothing else, or has a column that numbers itself.
    private const string UniqueIndexesSql = """
        SELECT MAX(CASE WHEN c.extra LIKE '%auto_increment%' THEN 2 ELSE 0 END),
               MIN(CASE WHEN LOWER(s.column_name) = 'nickname' AND s.sub_part IS NULL THEN 1 ELSE 0 END)
        FROM information_schema.statistics s
        JOIN information_schema.columns c USING (table_schema, table_name, column_name)
        WHERE s.table_schema = DATABASE() AND s.table_name = 'clientes' AND s.non_unique = 0
        GROUP BY s.index_name
        """;

    private static readonly string[] Columns = ["nickname", "connected_at"];

    /// <summary>Why it cannot be used; null when it can.</summary>
    public StorageProblem? Problem => Missing is null ? null : new StorageProblem.TableLacksColumn(Name, Missing);

    /// <summary>The table as it is, made first if there was none.</summary>
    public static MySqlUserTable CreateOrRead(MySqlSession session)
    {
        if (Read(session) is { } table)
            return table;
        session.Execute(CreateSql);
        return Read(session) ?? throw new InvalidOperationException("A table that was just made is not there.");
    }

    /// <summary>The table as it is; null when there is none.</summary>
    public static MySqlUserTable? Read(MySqlSession session)
    {
        var columns = session.Query(ColumnsSql, row => row.GetString(0));
        if (columns.Count == 0)
            return null;
        var unique = session.Query(UniqueIndexesSql, row => Kind(row.GetValue(0)) + Kind(row.GetValue(1)));
        var missing = Columns.Except(columns).FirstOrDefault();
        return new MySqlUserTable(missing, unique.Contains(1) && !unique.Contains(0));
    }

    private static int Kind(object value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
