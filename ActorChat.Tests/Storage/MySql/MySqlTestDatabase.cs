using ActorChat.Server.Storage.MySql;

namespace ActorChat.Tests.Storage.MySql;

/// <summary>A database on a test's MariaDB server, made empty, with a session that is not the store's.</summary>
internal sealed class MySqlTestDatabase : IDisposable
{
    private readonly Lazy<MySqlSession> _session;

    /// <summary>A new one.</summary>
    public MySqlTestDatabase(MariaDbServer server, string name)
        : this(server.Options(name))
    {
        using var creating = MySqlSession.Open(Options with { Database = "mysql" });
        creating.Execute($"CREATE DATABASE {name}");
    }

    /// <summary>One that is there.</summary>
    public MySqlTestDatabase(MySqlOptions options)
    {
        Options = options;
        _session = new Lazy<MySqlSession>(Connect);
    }

    public MySqlOptions Options { get; }

    public MySqlDatabase Database => new(Options);

    public MySqlSession Connect() => MySqlSession.Open(Options);

    public void Execute(string sql) => _session.Value.Execute(sql);

    /// <summary>All rows, every value as text; NULL as null.</summary>
    public IReadOnlyList<string?[]> Query(string sql) => _session.Value.Query(sql, row => Enumerable.Range(0, row.FieldCount)
        .Select(i => row.IsDBNull(i) ? null : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)).ToArray());

    public void Dispose()
    {
        if (_session.IsValueCreated)
            _session.Value.Dispose();
    }
}
