using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>The table <c>mensajes</c> of a SQLite file.</summary>
internal sealed class SqliteMessageTable(SqlSession session) : MessageTable(session)
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

    protected override Dictionary<string, string> AddedColumns { get; } =
        new() { ["autor"] = "TEXT", ["sala"] = "TEXT", ["numero"] = "INTEGER", ["instante"] = "INTEGER", ["marca"] = "TEXT" };

    protected override TableTypes Types { get; } = new("INTEGER PRIMARY KEY AUTOINCREMENT", "TEXT", "TEXT", "");

    protected override bool HasIndex => Session.Any(IndexSql);

    public override OpenError? FindProblem() => FindIdProblem() ?? base.FindProblem();

    protected override void Create() => Session.Execute(CreateSql);

    protected override void SetNumbers(string rows) =>
        Session.Execute($"UPDATE mensajes SET numero = v.n, instante = v.t FROM {rows} v WHERE id = v.i");

    protected override void AddIndex()
    {
        var name = SqliteSchema.FreeName(Session, "mensajes_por_numero");
        Session.Execute($"CREATE UNIQUE INDEX {name} ON mensajes (sala, numero) WHERE numero IS NOT NULL");
    }

    // Only a column that is another name of SQLite's rowid numbers the rows by itself. Any other key (INT PRIMARY KEY, say) would be left
    // NULL, and shows by having an index of its own.
    private OpenError.UnknownTable? FindIdProblem()
    {
        var exists = Session.Columns("mensajes").Count > 0;
        var isKey = Session.Any("SELECT 1 FROM pragma_table_info('mensajes') WHERE name = 'id' COLLATE NOCASE AND pk = 1");
        var hasIndex = Session.Any("SELECT 1 FROM pragma_index_list('mensajes') WHERE origin = 'pk'");
        return !exists || (isKey && !hasIndex) ? null : new OpenError.UnknownTable("mensajes", "id");
    }
}
