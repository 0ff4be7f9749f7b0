using System.Globalization;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sqlite.Sessions;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>
/// The tables and their version, kept in <c>PRAGMA user_version</c>. Version 0 is a new file, or one of the seed server's: the first
/// four columns of <c>mensajes</c>. A table <c>clientes</c> that somebody made by hand is left as it is.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>The version that this program writes, and the newest it understands.</summary>
    public const long Known = 3;

    private static readonly string[] UserColumns = ["nickname", "connected_at"];

    // What leads to each version, given the version of before. Each also mends what somebody has dropped since.
    private static readonly (long Version, Action<SqliteSession, long> Run)[] Steps =
    [
        (1, (session, _) => SqliteMessageTable.Create(session)),
        (2, SqliteUserTable.GiveKeys),
        (3, (session, _) => SqliteMessageTable.Number(session)),
    ];

    /// <summary>Why this file's tables cannot be used; null where they can, perhaps after <see cref="Update"/>. Only reads.</summary>
    public static OpenError? Problem(SqliteSession session)
    {
        var version = Version(session);
        if (version > Known)
            return new OpenError.NewerSchema(version, Known);

        OpenError? unknown = Missing(session, "mensajes", SqliteMessageTable.SeedColumns)
            ?? Missing(session, "clientes", UserColumns)
            ?? IdIsNotTheRow(session);
        return unknown
            ?? NeedsValue(session, "mensajes", [.. SqliteMessageTable.SeedColumns, .. SqliteMessageTable.AddedColumns.Keys])
            ?? NeedsValue(session, "clientes", UserColumns);
    }

    /// <summary>Creates and completes what is missing, in one transaction; does not write to a file that has everything.</summary>
    /// <returns>What turned up under the lock and forbids it (another process may have been faster); otherwise null.</returns>
    public static OpenError? Update(SqliteSession session)
    {
        OpenError? problem = null;
        if (!IsComplete(session))
        {
            session.Transact(() =>
            {
                problem = Problem(session);
                if (problem is null)
                    Complete(session);
            });
        }

        return problem;
    }

    /// <summary>The names of a table's columns; none where there is no such table.</summary>
    public static List<string> Columns(SqliteSession session, string table) =>
        session.Query($"SELECT name FROM pragma_table_info('{table}')");

    /// <summary>A name for an index. A table that somebody has renamed takes its own along, with the name.</summary>
    public static string FreeName(SqliteSession session, string name)
    {
        var taken = session.Query("SELECT LOWER(name) FROM sqlite_master").ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).Select(number => $"{name}_{number}").First(free => !taken.Contains(free));
    }

    private static void Complete(SqliteSession session)
    {
        var version = Version(session);
        foreach (var step in Steps.Where(step => step.Version > version || version == Known))
            step.Run(session, version);
        session.Execute($"PRAGMA user_version = {Known}");
    }

    private static bool IsComplete(SqliteSession session) =>
        Version(session) == Known && SqliteMessageTable.IsComplete(session) && Columns(session, "clientes").Count > 0;

    private static long Version(SqliteSession session) =>
        long.Parse(session.Query("PRAGMA user_version").Single(), CultureInfo.InvariantCulture);

    private static OpenError.UnknownTable? Missing(SqliteSession session, string table, string[] needed)
    {
        var found = Columns(session, table);
        var missing = needed.Except(found, StringComparer.OrdinalIgnoreCase).FirstOrDefault();
        return found.Count == 0 || missing is null ? null : new OpenError.UnknownTable(table, missing);
    }

    /// <summary>
    /// Only a column that is another name of SQLite's rowid numbers the rows by itself; any other key (<c>INT PRIMARY KEY</c>, say)
    /// would be left NULL, and shows by having an index of its own.
    /// </summary>
    private static OpenError.UnknownTable? IdIsNotTheRow(SqliteSession session)
    {
        var exists = Columns(session, "mensajes").Count > 0;
        var isKey = session.Query("SELECT 1 FROM pragma_table_info('mensajes') WHERE name = 'id' COLLATE NOCASE AND pk = 1").Count > 0;
        var hasIndex = session.Query("SELECT 1 FROM pragma_index_list('mensajes') WHERE origin = 'pk'").Count > 0;
        return !exists || (isKey && !hasIndex) ? null : new OpenError.UnknownTable("mensajes", "id");
    }

    /// <summary>
    /// Without a value for such a column every insert would fail. What numbers itself gets one: a key that has no index of its own.
    /// </summary>
    private static OpenError.ColumnNeedsValue? NeedsValue(SqliteSession session, string table, string[] filled)
    {
        var needed = session.Query($"""
            SELECT name FROM pragma_table_xinfo('{table}')
            WHERE "notnull" = 1 AND COALESCE(UPPER(dflt_value), 'NULL') = 'NULL' AND hidden = 0
            AND (pk = 0 OR EXISTS (SELECT 1 FROM pragma_index_list('{table}') WHERE origin = 'pk'))
            """);
        var unknown = needed.Except(filled, StringComparer.OrdinalIgnoreCase).FirstOrDefault();
        return unknown is null ? null : new OpenError.ColumnNeedsValue(table, unknown);
    }
}
