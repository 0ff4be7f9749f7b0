namespace ActorChat.Server.Storage.Sqlite;

/// <summary>
/// The table <c>clientes</c> of a SQLite file: one of ours, which has a key for each user, or one made by hand, without that key.
/// </summary>
internal static class SqliteUserTable
{
    /// <summary>The key of each user. Nothing but this program fills it: a row that another program inserts has none.</summary>
    public const string KeyColumn = "nickname_folded";

    // As version 1 made it, and as SQLite keeps it; whoever has changed it since has made it his own.
    private const string FirstVersion = "CREATE TABLE clientes (nickname VARCHAR(64) PRIMARY KEY, connected_at DATETIME NOT NULL)";

    /// <summary>Whether the table is there, and has the key.</summary>
    public static bool HasKey(SqliteSession session) =>
        session.Query($"SELECT 1 FROM pragma_table_info('clientes') WHERE name = '{KeyColumn}'").Count > 0;

    /// <summary>Makes the table as version 1 did, for the steps that follow.</summary>
    public static void Create(SqliteSession session) => session.Execute(FirstVersion);

    /// <summary>Whether the table is as <see cref="Create"/> leaves it.</summary>
    public static bool IsFirstVersion(SqliteSession session) =>
        session.Query("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'clientes'").SequenceEqual([FirstVersion]);

    /// <summary>The step to version 2: a key for each user, and of several spellings of one nickname the last that was seen.</summary>
    public static void AddKey(SqliteSession session)
    {
        session.Execute($"ALTER TABLE clientes ADD COLUMN {KeyColumn} TEXT");
        var latest = new Dictionary<string, long>();
        foreach (var (row, nickname) in Nicknames(session))
            latest[CaseFolding.Casefold(nickname)] = row;
        using (var update = new SqliteStatement(session.Database, $"UPDATE clientes SET {KeyColumn} = ?1 WHERE rowid = ?2"))
        {
            foreach (var (person, row) in latest)
            {
                update.Bind(1, person);
                update.Bind(2, row, "");
                update.Run();
            }
        }

        session.Execute($"DELETE FROM clientes WHERE {KeyColumn} IS NULL AND nickname IS NOT NULL");
        session.Execute($"CREATE UNIQUE INDEX {FreeName(session)} ON clientes ({KeyColumn})");
    }

    // The last seen comes last.
    private static List<(long Row, string Nickname)> Nicknames(SqliteSession session) => session.Query(
        "SELECT rowid, nickname FROM clientes WHERE nickname IS NOT NULL ORDER BY connected_at, rowid",
        row => (row.Number(0), row.Text(1)));

    // A table that somebody has renamed takes its index along, with the name.
    private static string FreeName(SqliteSession session)
    {
        var taken = session.Query("SELECT LOWER(name) FROM sqlite_master").ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).Select(number => $"clientes_por_usuario_{number}").First(name => !taken.Contains(name));
    }
}
