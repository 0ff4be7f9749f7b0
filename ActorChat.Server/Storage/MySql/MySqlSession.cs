using System.Diagnostics;
using System.Globalization;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sql;
using MySqlConnector;

namespace ActorChat.Server.Storage.MySql;

/// <summary>
/// One connection, for one thread at a time. Every call ends in time, even if the server is frozen: the driver alone has no limit for
/// BeginTransaction and for sending, and for the handshake of TLS only in its async methods. A connection that failed is replaced.
/// </summary>
internal sealed class MySqlSession : SqlSession
{
    // An ENUM gets its first value; what is generated or numbers itself needs none, nor does what a trigger may fill.
    private const string ColumnsSql = """
        SELECT LOWER(c.column_name), LOWER(c.data_type), c.is_nullable = 'NO' AND c.column_default IS NULL AND c.data_type <> 'enum'
               AND c.extra NOT LIKE '%auto_increment%' AND c.extra NOT LIKE '%GENERATED%'
               AND NOT EXISTS (SELECT 1 FROM information_schema.triggers t WHERE t.event_object_schema = DATABASE()
                               AND t.event_object_table = @t AND t.action_timing = 'BEFORE' AND t.event_manipulation = 'INSERT')
        FROM information_schema.columns c WHERE c.table_schema = DATABASE() AND c.table_name = @t ORDER BY c.ordinal_position
        """;

    // Let the driver's own limits come first: they say more.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    // What every server accepts.
    private static readonly TimeSpan Westernmost = new(-12, -59, 0), Easternmost = TimeSpan.FromHours(13);

    private readonly MySqlOptions _options;
    private readonly Reopenable<MySqlConnection> _connection;
    private TimeSpan? _zone;
    private long? _transactionBegan;
    private bool _disposed;

    private MySqlSession(MySqlOptions options) => (_options, _connection) = (options, new Reopenable<MySqlConnection>(Connect));

    /// <summary>Connects and logs in.</summary>
    public static MySqlSession Open(MySqlOptions options)
    {
        var session = new MySqlSession(options);
        session._connection.Open();
        return session;
    }

    public override int Execute(string sql, params (string Name, object? Value)[] parameters) =>
        Execute(_connection.Open(), sql, parameters);

    public override List<T> Query<T>(string sql, Func<ISqlRow, T> take, params (string Name, object? Value)[] parameters) =>
        QueryDriver(sql, reader => take(new Row(reader)), parameters);

    /// <summary>Takes what it wants from the driver's own rows.</summary>
    public List<T> QueryDriver<T>(string sql, Func<MySqlDataReader, T> take, params (string Name, object? Value)[] parameters)
    {
        var connection = _connection.Open();
        return InTime(TimeLeft(), async () =>
        {
            await using var command = CommandOf(connection, sql, parameters);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<T>();
            while (await reader.ReadAsync())
                rows.Add(take(reader));
            return rows;
        });
    }

    public override List<SqlColumn> Columns(string table) =>
        Query(ColumnsSql, row => new SqlColumn(row.Text(0), row.Text(1), NeedsValue: row.Number(2) != 0), ("@t", table));

    public override void Write(Action work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            Begin();
            work();
            Execute("COMMIT");
        }
        catch (Exception failure)
        {
            // Of any kind: a closed connection is an IOException, a broken answer an InvalidOperationException, and so on.
            var error = MySqlErrors.WhenWriting(failure);
            if (error.Error.MayBeStored() || !TryRollBack())
                _connection.Close();
            throw error;
        }
    }

    public override T Read<T>(Func<T> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            return work();
        }
        catch (Exception failure)
        {
            throw new OpenException(_options.Location, MySqlErrors.WhenOpening(_options, failure), failure);
        }
    }

    // The server's own zone may have a gap, when summer time begins, and refuse a TIMESTAMP in it. No zone where servers take none so far.
    public override TimeSpan UseTimeZone(TimeSpan offset)
    {
        var zone = offset < Westernmost || offset > Easternmost ? TimeSpan.Zero : offset;
        if (_zone != zone)
            Execute($"SET SESSION time_zone = '{(zone < TimeSpan.Zero ? '-' : '+')}{zone:hh\\:mm}'");
        _zone = zone;
        return zone;
    }

    // The server rolls back what is not committed.
    public override void Dispose()
    {
        _disposed = true;
        _connection.Close();
    }

    protected override OpenError Lacks(string table, string column) => new OpenError.TableLacksColumn(table, column);

    private static MySqlCommand CommandOf(MySqlConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = new MySqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    private int Execute(MySqlConnection connection, string sql, params (string Name, object? Value)[] parameters) => InTime(TimeLeft(), async () =>
    {
        await using var command = CommandOf(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    });

    private void Begin()
    {
        _transactionBegan = Stopwatch.GetTimestamp();
        if (_options.TransactionTimeout is null)
            Execute("START TRANSACTION");
        else
            _connection.UseOrRetry(connection => Execute(connection, "START TRANSACTION"));
    }

    private bool TryRollBack()
    {
        try
        {
            Execute("ROLLBACK");
            return true;
        }
        catch (Exception)
        {
            // Closing the connection rolls back too.
            return false;
        }
    }

    private TimeSpan TimeLeft()
    {
        var step = _options.CommandTimeout + Slack;
        var left = _transactionBegan is { } began ? _options.TransactionTimeout - Stopwatch.GetElapsedTime(began) : null;
        return left < step ? left.Value : step;
    }

    private MySqlConnection Connect()
    {
        var connection = new MySqlConnection(_options.ConnectionString);
        try
        {
            InTime(_options.ConnectTimeout + Slack, async () =>
            {
                await connection.OpenAsync();
                return true;
            });
            Prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Lock waits: by default a day. Shorter than the driver's limit, so that the error says "locked".
    // Strict mode: without it the server cuts what does not fit, and makes one user of two.
    // No other mode: they change what statements mean, or refuse values in columns that are not ours, such as a zero date.
    private void Prepare(MySqlConnection connection)
    {
        _zone = null;
        var seconds = Math.Max(1, (int)_options.CommandTimeout.TotalSeconds - 1);
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
            SET SESSION lock_wait_timeout = {seconds}, SESSION innodb_lock_wait_timeout = {seconds}, SESSION sql_mode =
            'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'
            """));
    }

    // Runs on another thread while the caller waits: so the limit holds whatever the driver does.
    private static T InTime<T>(TimeSpan limit, Func<Task<T>> work) => limit > TimeSpan.Zero
        ? Task.Run(work).WaitAsync(limit).GetAwaiter().GetResult()
        : throw new TimeoutException();

    private sealed class Row(MySqlDataReader reader) : ISqlRow
    {
        public string Text(int column) => reader.IsDBNull(column) ? "" : reader.GetString(column);

        public long Number(int column) => reader.IsDBNull(column) ? 0 : Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);
    }
}
