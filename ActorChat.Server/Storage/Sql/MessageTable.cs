using System.Globalization;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Moderation;
using ActorChat.Server.Storage.Tokens;

namespace ActorChat.Server.Storage.Sql;

/// <summary>
/// The table <c>mensajes</c>, with the seed's four columns and ours, and the tables beside it. Each step completes what is missing,
/// so that one which was interrupted is repeated at the next start.
/// </summary>
internal abstract class MessageTable(SqlSession session)
{
    /// <summary>The version that this program writes, and the newest it understands.</summary>
    public const long Known = 9;

    private const int RowsPerStatement = 400;

    private static readonly OwnTable[] Others =
    [
        RoomTable.Table, AuditTable.Table, LastNumberTable.Table, AccountTables.Accounts, AccountTables.Waiting, ModerationTables.Sanctions,
        ModerationTables.Operators, TokenStore.Table,
    ];

    // Without these a table is not ours.
    private static readonly string[] SeedColumns = ["id", "contenido", "fecha_envio", "ip_cliente"];

    /// <summary>Whether no column and no index is missing.</summary>
    public bool HasAll => !Missing().Any() && HasIndex && Array.TrueForAll(Others, table => table.IsComplete(Session, Types));

    protected SqlSession Session { get; } = session;

    /// <summary>Our columns, with their types.</summary>
    protected abstract Dictionary<string, string> AddedColumns { get; }

    protected abstract TableTypes Types { get; }

    /// <summary>Whether numbers are unique in each room.</summary>
    protected abstract bool HasIndex { get; }

    /// <summary>Why the table cannot be used; null where it can, perhaps after <see cref="Complete"/>. Only reads.</summary>
    public virtual OpenError? FindProblem() =>
        Session.FindProblem("mensajes", SeedColumns, [.. SeedColumns[1..], .. AddedColumns.Keys])
        ?? Others.Select(table => Session.FindProblem(table.Name, table.Columns, table.Columns)).FirstOrDefault(problem => problem is not null);

    // Adds the index last: where it exists, every row has been numbered.
    public void Complete()
    {
        Create();
        foreach (var table in Others)
        {
            Session.Execute(table.CreateSql(Types));
            foreach (var (column, type) in table.Missing(Session, Types).ToList())
                Session.Execute($"ALTER TABLE {table.Name} ADD COLUMN {column} {type}");
        }

        foreach (var column in Missing().ToList())
            Session.Execute($"ALTER TABLE mensajes ADD COLUMN {column} {AddedColumns[column]}");
        if (HasIndex)
            return;
        NumberRows();
        AddIndex();
    }

    protected abstract void Create();

    protected abstract void AddIndex();

    /// <summary>Sets numbers and instants.</summary>
    /// <param name="rows">A table: the columns are i for the id, n for the number, t for the instant.</param>
    protected abstract void SetNumbers(string rows);

    protected virtual void NumberRows()
    {
        var numbering = new RoomNumbering();
        for (var rows = RowsAfter(long.MinValue); rows.Count > 0; rows = RowsAfter(rows[^1].Id))
        {
            var numbered = rows.Select(row => Values(row.Id, numbering.Next(row.Room, row.SentAt)));
            SetNumbers($"(SELECT NULL AS i, NULL AS n, NULL AS t UNION ALL {string.Join(" UNION ALL ", numbered)})");
        }
    }

    private static string Values(long id, (long? Number, long Instant) place) => string.Create(
        CultureInfo.InvariantCulture, $"SELECT {id}, {(place.Number is { } number ? $"{number}" : "NULL")}, {place.Instant}");

    private IEnumerable<string> Missing()
    {
        var columns = Session.Columns("mensajes");
        return AddedColumns.Keys.Where(name => !columns.Exists(column => column.Is(name)));
    }

    private List<(long Id, string? Room, string SentAt)> RowsAfter(long id) => Session.Query(
        $"SELECT id, sala, CAST(fecha_envio AS CHAR), sala IS NULL FROM mensajes WHERE id > @i ORDER BY id LIMIT {RowsPerStatement}",
        row => (row.Number(0), row.Number(3) == 1 ? null : row.Text(1), row.Text(2)),
        ("@i", id));
}
