using ActorChat.Server.Storage.Sqlite.Sessions;

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

    /// <summary>
    /// The step to version 2: makes a missing table, and gives one of version 1 the key. In files of other versions a table that looks
    /// the same was there before us.
    /// </summary>
    public static void GiveKeys(SqliteSession session, long version)
    {
        var isNew = SqliteSchema.Columns(session, "clientes").Count == 0;
        if (isNew)
            session.Execute(FirstVersion);
        if (isNew || (version == 1 && IsFirstVersion(session)))
            AddKey(session);
    }

    private static bool IsFirstVersion(SqliteSession session) =>
        session.Query("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'clientes'").SequenceEqual([FirstVersion]);

    // Of several spellings of one nickname the last that was seen stays.
    private static void AddKey(SqliteSession session)
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
        session.Execute($"CREATE UNIQUE INDEX {SqliteSchema.FreeName(session, "clientes_por_usuario")} ON clientes ({KeyColumn})");
    }

    // The last seen comes last.
    private static List<(long Row, string Nickname)> Nicknames(SqliteSession session) => session.Query(
        "SELECT rowid, nickname FROM clientes WHERE nickname IS NOT NULL ORDER BY connected_at, rowid",
        row => (row.Number(0), row.Text(1)));
}
