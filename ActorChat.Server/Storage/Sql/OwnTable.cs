namespace ActorChat.Server.Storage.Sql;

/// <summary>A table that stands beside <c>mensajes</c>, and is made where it is missing.</summary>
/// <param name="Name">The name.</param>
/// <param name="Columns">The columns that it has.</param>
/// <param name="Definition">What stands in the brackets of CREATE TABLE, by the types of the database.</param>
internal sealed record OwnTable(string Name, string[] Columns, Func<TableTypes, string> Definition)
{
    /// <summary>Columns that an earlier version did not have, with their types.</summary>
    public Func<TableTypes, (string Column, string Type)[]> Added { get; init; } = _ => [];

    /// <summary>The statement that makes it.</summary>
    public string CreateSql(TableTypes types)
    {
        var added = string.Concat(Added(types).Select(column => $", {column.Column} {column.Type}"));
        return $"CREATE TABLE IF NOT EXISTS {Name} ({Definition(types)}{added}) {types.Options}";
    }

    /// <summary>Whether the table is there, with all its columns.</summary>
    public bool IsComplete(SqlSession session, TableTypes types) => session.Columns(Name) is { Count: > 0 } columns && !Missing(columns, types).Any();

    /// <summary>Which of the added columns the table lacks, with their types.</summary>
    public IEnumerable<(string Column, string Type)> Missing(SqlSession session, TableTypes types) => Missing(session.Columns(Name), types);

    private IEnumerable<(string Column, string Type)> Missing(List<SqlColumn> columns, TableTypes types) =>
        Added(types).Where(added => !columns.Exists(column => column.Is(added.Column)));
}

/// <summary>What a database calls the types of columns.</summary>
/// <param name="Id">A number that counts by itself, the table's key.</param>
/// <param name="Name">A name, which may be part of a key.</param>
/// <param name="Text">Any text.</param>
/// <param name="Options">What follows the columns.</param>
internal sealed record TableTypes(string Id, string Name, string Text, string Options);
