using System.Globalization;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage.MySql;

/// <summary>
/// The table <c>mensajes</c>, as SQLite has it, and its version, which stands in <c>actorchat_esquema</c>. Steps have the numbers that
/// they have in SQLite; the one between is that of <c>clientes</c>. Broken off at any moment, a step is gone again at the next start.
/// </summary>
internal static class MySqlMessageTable
{
    /// <summary>The unique index of numbers, which errors name.</summary>
    public const string NumberIndex = "mensajes_por_numero";

    private const string Name = "mensajes";

    private const long Known = 3;

    // What was made by hand keeps its types; these are what SQLite's columns hold.
    private const string CreateSql = $"""
        CREATE TABLE IF NOT EXISTS mensajes (id BIGINT AUTO_INCREMENT PRIMARY KEY, contenido LONGTEXT NOT NULL,
            fecha_envio VARCHAR(19) NOT NULL, ip_cliente VARCHAR(64) NOT NULL, autor {NameType}, sala {NameType}, numero BIGINT, instante BIGINT,
            UNIQUE {NumberIndex} (sala, numero))
        ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        """;

    private const string VersionTableSql =
        "CREATE TABLE IF NOT EXISTS actorchat_esquema (tabla VARCHAR(64) PRIMARY KEY, version INT NOT NULL) ENGINE = InnoDB";

    private const string RecordSql = "INSERT INTO actorchat_esquema VALUES ('mensajes', @v) ON DUPLICATE KEY UPDATE version = VALUES(version)";

    private const string IndexSql = $"""
        SELECT 1 FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND table_name = 'mensajes' AND index_name = '{NumberIndex}' AND non_unique = 0
        """;

    private const string OtherEngineSql =
        "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'mensajes' AND engine <> 'InnoDB'";

    // The longest index of every server, old ones too.
    private const string NameType = "VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

    private static readonly string[] SeedColumns = ["id", "contenido", "fecha_envio", "ip_cliente"];

    private static readonly Dictionary<string, string> AddedColumns = new()
    {
        ["autor"] = NameType, ["sala"] = NameType, ["numero"] = "BIGINT", ["instante"] = "BIGINT",
    };

    private static readonly (long Version, Action<MySqlSession> Run)[] Steps = [(1, Create), (3, Number)];

    /// <summary>Why the table cannot be used; null where it can, perhaps after <see cref="Update"/>. Only reads.</summary>
    public static OpenError? Problem(MySqlSession session)
    {
        if (Version(session) is > Known and var version)
            return new OpenError.NewerSchema(version, Known, OnServer: true);
        var columns = MySqlColumn.Of(session, Name);
        return columns.Count == 0 ? null : MySqlColumn.Problem(Name, columns, SeedColumns, [.. SeedColumns[1..], .. AddedColumns.Keys]);
    }

    /// <summary>Whether nothing is missing.</summary>
    public static bool IsComplete(MySqlSession session) =>
        Version(session) == Known && SeedColumns.Concat(AddedColumns.Keys).All(Has(session)) && HasIndex(session);

    /// <summary>Makes and completes what is missing, unless another server has been faster.</summary>
    /// <param name="session">May take long over a statement, and has a lock of its own until it is closed.</param>
    public static void Update(MySqlSession session)
    {
        session.Query("SELECT GET_LOCK('actorchat.mensajes', 60)", _ => 0);
        if (IsComplete(session))
            return;
        session.Execute(VersionTableSql);
        var version = Version(session);
        foreach (var step in Steps.Where(step => step.Version > version || version == Known))
        {
            step.Run(session);
            session.Execute(RecordSql, ("@v", step.Version.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static long Version(MySqlSession session) => MySqlColumn.Of(session, "actorchat_esquema").Count == 0
        ? 0
        : session.Query("SELECT version FROM actorchat_esquema WHERE tabla = 'mensajes'", row => row.GetInt64(0)).SingleOrDefault();

    private static Func<string, bool> Has(MySqlSession session)
    {
        var columns = MySqlColumn.Of(session, Name);
        return name => columns.Exists(column => column.Name == name);
    }

    private static bool HasIndex(MySqlSession session) => session.Query(IndexSql, _ => 0).Count > 0;

    // A new table is complete at once, so that the right to alter it is not needed.
    private static void Create(MySqlSession session)
    {
        session.Execute(CreateSql);
        AddColumns(session, ["autor", "sala"]);

        // The others know no transactions.
        if (session.Query(OtherEngineSql, _ => 0).Count > 0)
            session.Execute("ALTER TABLE mensajes ENGINE = InnoDB");
    }

    // The index comes last: where it is, every row has been numbered.
    private static void Number(MySqlSession session)
    {
        AddColumns(session, AddedColumns.Keys);
        if (HasIndex(session))
            return;
        session.Execute("START TRANSACTION");
        NumberRows(session);
        session.Execute("COMMIT");
        session.Execute($"ALTER TABLE mensajes ADD UNIQUE {NumberIndex} (sala, numero)");
    }

    private static void AddColumns(MySqlSession session, IEnumerable<string> wanted)
    {
        var has = Has(session);
        foreach (var column in wanted.Where(column => !has(column)))
            session.Execute($"ALTER TABLE mensajes ADD COLUMN {column} {AddedColumns[column]}");
    }

    private static void NumberRows(MySqlSession session)
    {
        var numbering = new RoomNumbering();
        for (var rows = RowsAfter(session, long.MinValue); rows.Count > 0; rows = RowsAfter(session, rows[^1].Id))
        {
            var numbered = rows.Select(row => (row.Id, Place: numbering.Next(row.Room, row.SentAt)));

            // A column that takes the time of each change keeps the one it has.
            session.Execute($"""
                UPDATE mensajes m JOIN (SELECT NULL AS i, NULL AS n, NULL AS t UNION ALL {string.Join(" UNION ALL ", numbered.Select(row => ValuesOf(row.Id, row.Place)))}) v
                ON m.id = v.i SET m.numero = v.n, m.instante = v.t, m.fecha_envio = m.fecha_envio
                """);
        }
    }

    private static List<(long Id, string? Room, string SentAt)> RowsAfter(MySqlSession session, long id) => session.Query(
        string.Create(CultureInfo.InvariantCulture, $"SELECT id, sala, CAST(fecha_envio AS CHAR) FROM mensajes WHERE id > {id} ORDER BY id LIMIT 500"),
        row => (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? "" : row.GetString(2)));

    private static string ValuesOf(long id, (long? Number, long Instant) place) => string.Create(
        CultureInfo.InvariantCulture, $"SELECT {id}, {(place.Number is { } number ? $"{number}" : "NULL")}, {place.Instant}");
}
