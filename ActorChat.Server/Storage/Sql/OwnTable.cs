namespace ActorChat.Server.Storage.Sql;

/// <summary>A table that stands beside <c>mensajes</c>, and is made where it is missing.</summary>
/// <param name="Name">The name.</param>
/// <param name="Columns">The columns that it has.</param>
/// <param name="Definition">What stands in the brackets of CREATE TABLE, by the types of the database.</param>
internal sealed record OwnTable(string Name, string[] Columns, Func<TableTypes, string> Definition)
{
    /// <summary>The statement that makes it.</summary>
    public string CreateSql(TableTypes types) => $"CREATE TABLE IF NOT EXISTS {Name} ({Definition(types)}) {types.Options}";
}

/// <summary>What a database calls the types of columns.</summary>
/// <param name="Id">A number that counts by itself, the table's key.</param>
/// <param name="Name">A name, which may be part of a key.</param>
/// <param name="Text">Any text.</param>
/// <param name="Options">What follows the columns.</param>
internal sealed record TableTypes(string Id, string Name, string Text, string Options);
