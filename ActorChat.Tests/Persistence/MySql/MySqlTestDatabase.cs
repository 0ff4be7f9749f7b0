using System.Data.Common;
using System.Globalization;
using ActorChat.Server.Persistence.MySql;

namespace ActorChat.Tests.Persistence.MySql;

/// <summary>A database on a test's MariaDB server, made empty, with a connection that is not the store's.</summary>
internal sealed class MySqlTestDatabase : IDisposable
{
    private readonly Lazy<DbConnection> _connection;

    /// <summary>A new one.</summary>
    public MySqlTestDatabase(MariaDbServer server, string name)
        : this(server.Options(name))
    {
        using var creating = MySqlDriver.Open(Options with { Database = "mysql" });
        creating.Execute($"CREATE DATABASE {name}");
    }

    /// <summary>One that is there.</summary>
    public MySqlTestDatabase(MySqlOptions options)
    {
        Options = options;
        _connection = new Lazy<DbConnection>(Connect);
    }

    public MySqlOptions Options { get; }

    public MySqlDatabase Database => new(Options);

    public DbConnection Connect() => MySqlDriver.Open(Options);

    public void Execute(string sql) => _connection.Value.Execute(sql);

    /// <summary>All rows, every value as text; NULL as null.</summary>
    public IReadOnlyList<string?[]> Query(string sql)
    {
        using var command = _connection.Value.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))]);
        return rows;
    }

    public void Dispose()
    {
        if (_connection.IsValueCreated)
            _connection.Value.Dispose();
    }
}
