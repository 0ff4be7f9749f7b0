using System.Globalization;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage.MySql;

/// <summary>A column of a table that is there.</summary>
/// <param name="Name">In small letters.</param>
/// <param name="Type">In small letters.</param>
/// <param name="NeedsValue">Whether a row that has no value for it is refused.</param>
internal sealed record MySqlColumn(string Name, string Type, bool NeedsValue)
{
    // An ENUM gets its first value; what is generated or numbers itself needs none, nor does what a trigger may fill.
    private const string Sql = """
        SELECT LOWER(c.column_name), LOWER(c.data_type), c.is_nullable = 'NO' AND c.column_default IS NULL AND c.data_type <> 'enum'
               AND c.extra NOT LIKE '%auto_increment%' AND c.extra NOT LIKE '%GENERATED%'
               AND NOT EXISTS (SELECT 1 FROM information_schema.triggers t WHERE t.event_object_schema = DATABASE()
                               AND t.event_object_table = @t AND t.action_timing = 'BEFORE' AND t.event_manipulation = 'INSERT')
        FROM information_schema.columns c WHERE c.table_schema = DATABASE() AND c.table_name = @t ORDER BY c.ordinal_position
        """;

    /// <summary>All columns of a table; none where there is no such table.</summary>
    public static List<MySqlColumn> Of(MySqlSession session, string table) => session.Query(
        Sql,
        row => new MySqlColumn(row.GetString(0), row.GetString(1), Convert.ToInt64(row.GetValue(2), CultureInfo.InvariantCulture) != 0),
        ("@t", table));

    /// <summary>Why a table with these columns cannot be used; null where nothing speaks against it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">What it has.</param>
    /// <param name="needed">What it must have.</param>
    /// <param name="filled">What gets a value in every row.</param>
    public static OpenError? Problem(string table, List<MySqlColumn> columns, string[] needed, string[] filled)
    {
        if (needed.Except(columns.Select(column => column.Name)).FirstOrDefault() is { } missing)
            return new OpenError.TableLacksColumn(table, missing);
        var unknown = columns.Find(column => column.NeedsValue && !filled.Contains(column.Name));
        return unknown is null ? null : new OpenError.ColumnNeedsValue(table, unknown.Name);
    }
}
