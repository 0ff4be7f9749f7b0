using ActorChat.Server.Storage.Sqlite.Sessions;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>The table <c>mensajes</c> of a SQLite file: the seed's four columns, and ours.</summary>
internal static class SqliteMessageTable
{
    /// <summary>The unique columns, as SQLite's message about a row that is there twice has them.</summary>
    public const string NumberColumns = "mensajes.sala, mensajes.numero";

    private const string CreateSql = """
        CREATE TABLE IF NOT EXISTS mensajes (
            id INTEGER PRIMARY KEY AUTOINCREMENT, contenido TEXT NOT NULL, fecha_envio TEXT NOT NULL, ip_cliente TEXT NOT NULL,
            autor TEXT, sala TEXT)
        """;

    private const string IndexSql = """
        SELECT 1 FROM pragma_index_list('mensajes') i WHERE i."unique" = 1 AND
        (SELECT group_concat(name, ',') FROM (SELECT LOWER(name) AS name FROM pragma_index_info(i.name) ORDER BY seqno)) = 'sala,numero'
        """;

    /// <summary>Without these a table is not ours.</summary>
    public static readonly string[] SeedColumns = ["id", "contenido", "fecha_envio", "ip_cliente"];

    /// <summary>The columns of ours, with their types.</summary>
    public static readonly Dictionary<string, string> AddedColumns = new()
    {
        ["autor"] = "TEXT", ["sala"] = "TEXT", ["numero"] = "INTEGER", ["instante"] = "INTEGER",
    };

    /// <summary>Whether nothing is missing.</summary>
    public static bool IsComplete(SqliteSession session) => !ColumnsToAdd(session).Any() && session.Query(IndexSql).Count > 0;

    /// <summary>The step to version 1: authors and rooms.</summary>
    public static void Create(SqliteSession session)
    {
        session.Execute(CreateSql);
        AddColumns(session, ["autor", "sala"]);
    }

    /// <summary>The step to version 3: the numbers of each room, and instants that never go back in it.</summary>
    public static void Number(SqliteSession session)
    {
        AddColumns(session, AddedColumns.Keys);
        if (session.Query(IndexSql).Count > 0)
            return;
        NumberRows(session);
        var name = SqliteSchema.FreeName(session, "mensajes_por_numero");
        session.Execute($"CREATE UNIQUE INDEX {name} ON mensajes (sala, numero) WHERE numero IS NOT NULL");
    }

    private static IEnumerable<string> ColumnsToAdd(SqliteSession session) =>
        AddedColumns.Keys.Except(SqliteSchema.Columns(session, "mensajes"), StringComparer.OrdinalIgnoreCase);

    private static void AddColumns(SqliteSession session, IEnumerable<string> wanted)
    {
        foreach (var column in ColumnsToAdd(session).Intersect(wanted).ToList())
            session.Execute($"ALTER TABLE mensajes ADD COLUMN {column} {AddedColumns[column]}");
    }

    private static void NumberRows(SqliteSession session)
    {
        var numbering = new RoomNumbering();
        using var update = new SqliteStatement(session.Database, "UPDATE mensajes SET numero = ?2, instante = ?3 WHERE id = ?1");
        using var read = new SqliteStatement(
            session.Database, "SELECT id, sala, fecha_envio, sala IS NULL FROM mensajes WHERE id > ?1 ORDER BY id LIMIT 10000");
        for (var rows = RowsAfter(read, long.MinValue); rows.Count > 0; rows = RowsAfter(read, rows[^1].Id))
        {
            foreach (var (id, room, sentAt) in rows)
            {
                var (number, instant) = numbering.Next(room, sentAt);
                update.Bind(1, id);
                update.Bind(2, number);
                update.Bind(3, instant);
                update.Run();
            }
        }
    }

    private static List<(long Id, string? Room, string SentAt)> RowsAfter(SqliteStatement read, long id)
    {
        read.Bind(1, id);
        return read.Rows(row => (row.Number(0), row.Number(3) == 1 ? null : row.Text(1), row.Text(2)));
    }
}
