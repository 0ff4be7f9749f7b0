using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.MySql;

/// <summary>The table <c>mensajes</c>, and its version in <c>actorchat_esquema</c>. A table made by hand keeps its types.</summary>
internal sealed class MySqlMessageTable(MySqlSession session) : MessageTable(session)
{
    /// <summary>The unique index of numbers, which errors name.</summary>
    public const string NumberIndex = "mensajes_por_numero";

    /// <summary>Of names. It fits into the longest index of every server, old ones too.</summary>
    public const string NameType = "VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

    private const string MarkType = "VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin";

    // Holds what SQLite's columns hold. Complete at once: that needs no right to alter a table.
    private const string CreateSql = $"""
        CREATE TABLE IF NOT EXISTS mensajes (id BIGINT AUTO_INCREMENT PRIMARY KEY, contenido LONGTEXT NOT NULL,
            fecha_envio VARCHAR(19) NOT NULL, ip_cliente VARCHAR(64) NOT NULL, autor {NameType}, sala {NameType}, numero BIGINT, instante BIGINT,
            marca {MarkType}, UNIQUE {NumberIndex} (sala, numero))
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

    public bool IsComplete => Version() == Known && HasAll;

    protected override Dictionary<string, string> AddedColumns { get; } =
        new() { ["autor"] = NameType, ["sala"] = NameType, ["numero"] = "BIGINT", ["instante"] = "BIGINT", ["marca"] = MarkType };

    protected override TableTypes Types { get; } = new(
        "BIGINT AUTO_INCREMENT PRIMARY KEY", NameType, "TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", "ENGINE = InnoDB");

    protected override bool HasIndex => Session.Any(IndexSql);

    public override OpenError? FindProblem() =>
        Version() is > Known and var version ? new OpenError.NewerSchema(version, Known, OnServer: true) : base.FindProblem();

    /// <summary>Makes and completes what is missing, unless another server has been faster.</summary>
    /// <remarks>Wants a session with a long limit for each statement. Holds a lock until that is closed.</remarks>
    public void Update()
    {
        Session.Any("SELECT GET_LOCK('actorchat.mensajes', 60)");
        if (IsComplete)
            return;
        Session.Execute(VersionTableSql);
        Complete();
        Session.Execute(RecordSql, ("@v", Known));
    }

    protected override void Create()
    {
        Session.Execute(CreateSql);

        // Other engines have no transactions.
        if (Session.Any(OtherEngineSql))
            Session.Execute("ALTER TABLE mensajes ENGINE = InnoDB");
    }

    protected override void NumberRows()
    {
        Session.Execute("START TRANSACTION");
        base.NumberRows();
        Session.Execute("COMMIT");
    }

    // Sets the time to itself, for a column that would take the time of each change.
    protected override void SetNumbers(string rows) => Session.Execute(
        $"UPDATE mensajes m JOIN {rows} v ON m.id = v.i SET m.numero = v.n, m.instante = v.t, m.fecha_envio = m.fecha_envio");

    protected override void AddIndex() => Session.Execute($"ALTER TABLE mensajes ADD UNIQUE {NumberIndex} (sala, numero)");

    private long Version() => Session.Columns("actorchat_esquema").Count == 0
        ? 0
        : Session.Query("SELECT version FROM actorchat_esquema WHERE tabla = 'mensajes'", row => row.Number(0)).SingleOrDefault();
}
