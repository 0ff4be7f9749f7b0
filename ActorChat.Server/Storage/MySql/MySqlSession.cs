using System.Diagnostics;
using System.Globalization;
using MySqlConnector;

namespace ActorChat.Server.Storage.MySql;

/// <summary>
/// One connection, for one thread at a time. Every call ends in time, even if the server is frozen. The driver sets no limit to
/// BeginTransaction and to sending, and to the handshake of TLS only where its methods are async. Exceptions are the driver's.
/// </summary>
internal sealed class MySqlSession : IDisposable
{
    // The driver's own limits come first: they say more.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    // The zones that every server takes.
    private static readonly TimeSpan Westernmost = new(-12, -59, 0), Easternmost = TimeSpan.FromHours(13);

    private readonly MySqlConnection _connection;
    private readonly TimeSpan _limit;
    private TimeSpan? _zone;
    private (long Began, TimeSpan Limit)? _end;

    private MySqlSession(MySqlConnection connection, TimeSpan limit) => (_connection, _limit) = (connection, limit);

    /// <summary>Connects and logs in.</summary>
    public static MySqlSession Open(MySqlOptions options)
    {
        var session = new MySqlSession(new MySqlConnection(ConnectionString(options)), options.CommandTimeout);
        try
        {
            InTime(options.ConnectTimeout + Slack, async () =>
            {
                await session._connection.OpenAsync();
                return true;
            });
            session.Prepare();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    /// <returns>The number of rows that it found.</returns>
    public int Execute(string sql, params (string Name, string? Value)[] parameters) => InTime(TimeLeft(), async () =>
    {
        await using var command = CommandOf(sql, parameters);
        return await command.ExecuteNonQueryAsync();
    });

    /// <summary>Runs a query; gives what is taken of each row.</summary>
    public List<T> Query<T>(string sql, Func<MySqlDataReader, T> take, params (string Name, string? Value)[] parameters) => InTime(
        TimeLeft(),
        async () =>
        {
            await using var command = CommandOf(sql, parameters);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<T>();
            while (await reader.ReadAsync())
                rows.Add(take(reader));
            return rows;
        });

    /// <summary>
    /// Has the session's time be that of a fixed distance from UTC. The server's own zone may have a gap, when summer time begins, and
    /// refuses a TIMESTAMP in it.
    /// </summary>
    /// <returns>The distance in use: this one, or none where servers do not take one so large.</returns>
    public TimeSpan UseTimeZone(TimeSpan offset)
    {
        var zone = offset < Westernmost || offset > Easternmost ? TimeSpan.Zero : offset;
        if (_zone != zone)
            Execute($"SET SESSION time_zone = '{(zone < TimeSpan.Zero ? '-' : '+')}{zone:hh\\:mm}'");
        _zone = zone;
        return zone;
    }

    /// <summary>From now on all statements together have to end so long after that timestamp, besides each within its own limit.</summary>
    public void EndBy(long began, TimeSpan limit) => _end = (began, limit);

    /// <summary>Disconnects; the server rolls back what is not committed.</summary>
    public void Dispose() => _connection.Dispose();

    private TimeSpan TimeLeft()
    {
        var left = _end is { } end ? end.Limit - Stopwatch.GetElapsedTime(end.Began) : TimeSpan.MaxValue;
        return left < _limit + Slack ? left : _limit + Slack;
    }

    private MySqlCommand CommandOf(string sql, (string Name, string? Value)[] parameters)
    {
        var command = new MySqlCommand(sql, _connection);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    // A server waits a day for a table's lock by default. Less than the driver's limit, so that its answer is: locked. A server that is
    // not strict would cut what does not fit, and make one user of two. No other mode: they change what statements mean, or refuse what
    // stands in columns that are not ours, such as a zero date.
    private void Prepare()
    {
        var seconds = Math.Max(1, (int)_limit.TotalSeconds - 1);
        Execute(string.Create(CultureInfo.InvariantCulture, $"""
            SET SESSION lock_wait_timeout = {seconds}, SESSION innodb_lock_wait_timeout = {seconds}, SESSION sql_mode =
            'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'
            """));
    }

    // Apart from the caller's thread, which only waits: so the limit holds whatever the driver does.
    private static T InTime<T>(TimeSpan limit, Func<Task<T>> work) => limit > TimeSpan.Zero
        ? Task.Run(work).WaitAsync(limit).GetAwaiter().GetResult()
        : throw new TimeoutException();

    private static string ConnectionString(MySqlOptions options) => new MySqlConnectionStringBuilder
    {
        Server = options.Host,
        Port = (uint)options.Port,
        Database = options.Database,
        UserID = options.User,
        Password = options.Password,
        SslMode = options.Tls,
        ConnectionTimeout = (uint)options.ConnectTimeout.TotalSeconds,
        DefaultCommandTimeout = (uint)options.CommandTimeout.TotalSeconds,

        // One store is all that uses one.
        Pooling = false,

        // What is too late is disconnected at once. By default the driver would first connect anew, to have the statement stopped.
        CancellationTimeout = -1,

        // A firewall must not forget a connection over which nobody comes for an hour.
        Keepalive = 60,

        // Whoever stands in the way could give a key of his own, and read the password. (The driver trusts this machine itself.)
        AllowPublicKeyRetrieval = false,

        // The server may not send us, with the password, to another.
        ServerRedirectionMode = MySqlServerRedirectionMode.Disabled,
    }.ConnectionString;
}
