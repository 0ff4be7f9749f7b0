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
    public IReadOnlyList<string?[]> Query(string sql) => _session.Value.QueryDriver(sql, row => Enumerable.Range(0, row.FieldCount)
        .Select(i => row.IsDBNull(i) ? null : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)).ToArray());

    /// <summary>The stores' connections, as the server numbers them.</summary>
    public List<string?> Connections() =>
        [.. Query("SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()").Select(row => row[0])];

    /// <summary>Cuts them, as a server does that has waited too long.</summary>
    public void CloseConnections() => Connections().ForEach(other => Execute($"KILL {other}"));

    /// <summary>The same database as a user sees it who has only these rights.</summary>
    public MySqlOptions OptionsWith(string rights)
    {
        Execute($"CREATE USER pobre_{Options.Database} IDENTIFIED BY 'x'");
        Execute($"GRANT {rights} ON {Options.Database}.* TO pobre_{Options.Database}");
        return Options with { User = $"pobre_{Options.Database}", Password = "x" };
    }

    public void Dispose()
    {
        if (_session.IsValueCreated)
            _session.Value.Dispose();
    }
}
