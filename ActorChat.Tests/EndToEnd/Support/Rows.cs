using Microsoft.Data.Sqlite;

namespace ActorChat.Tests.EndToEnd.Support;

/// <summary>Looks into a database file with a connection of its own, as any other program would.</summary>
internal static class Rows
{
    /// <summary>The rows of a query, each as its values joined by <c>|</c>; NULL is empty.</summary>
    public static IReadOnlyList<string> Of(string database, string query) => Execute(database, query);

    /// <summary>Runs statements; the file is made if it is not there.</summary>
    public static IReadOnlyList<string> Execute(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetValue(i))));
        return rows;
    }
}
