using ActorChat.Server.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ActorChat.Tests.Storage;

/// <summary>A SQLite file in a folder of its own, seen as another program sees it; deleted with its folder at the end.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actorchat-");

    public string Folder => _folder.FullName;

    /// <summary>The file; not there yet.</summary>
    public string File => Path.Combine(Folder, "mensajes.db");

    /// <summary>Our own view of the file.</summary>
    public SqliteDatabase Database => new(new SqliteOptions(File) { BusyTimeout = TimeSpan.FromMilliseconds(50) });

    /// <summary>What lies in the folder: name and content of each file.</summary>
    public Dictionary<string, string> Snapshot() =>
        Directory.GetFiles(Folder).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(System.IO.File.ReadAllBytes(file)));

    /// <summary>Another program's connection.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public void Execute(string sql)
    {
        using var connection = Connect();
        Execute(connection, sql);
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public List<object?[]> Query(string sql)
    {
        using var connection = Connect();
        return Query(connection, sql);
    }

    /// <summary>The rows of a query, NULL as null.</summary>
    public static List<object?[]> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    /// <summary>The messages as they are on disk; as bytes, because SQLite's own text functions end at a NUL.</summary>
    public List<StoredMessage> Messages()
    {
        var rows = Query(
            """
            SELECT id, CAST(contenido AS BLOB), fecha_envio, ip_cliente, CAST(autor AS BLOB), CAST(sala AS BLOB)
            FROM mensajes ORDER BY id
            """);
        return [.. rows.Select(row => new StoredMessage(
            (long)row[0]!, Text(row[1])!, (string)row[2]!, (string)row[3]!, Text(row[4]), Text(row[5])))];
    }

    /// <summary>Makes a file with a second page of rubbish.</summary>
    public void MakeDamaged()
    {
        Execute("CREATE TABLE otra (x); INSERT INTO otra VALUES (zeroblob(100000))");
        using var file = System.IO.File.OpenWrite(File);
        file.Position = 4096;
        file.Write(Encoding.ASCII.GetBytes(new string('x', 4096)));
    }

    private static string? Text(object? utf8) => utf8 is null ? null : Encoding.UTF8.GetString((byte[])utf8);

    public void Dispose() => _folder.Delete(recursive: true);
}
