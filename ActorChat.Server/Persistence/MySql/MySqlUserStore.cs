using System.Globalization;
using System.Text;

namespace ActorChat.Server.Persistence.MySql;

/// <summary>
/// Users in the table <c>clientes</c> of a MySQL or MariaDB server. Owns its session. After any failure it takes a new one for
/// the next list, so that a server that was away, or restarted, is found again.
/// </summary>
internal sealed class MySqlUserStore : IUserStore
{
    // One statement a block of rows; far below the largest packet of any server (16 MiB, 1 MiB of old).
    private const int RowsPerStatement = 500;

    private const string UpdateSql = "UPDATE clientes SET connected_at = @t0 WHERE nickname = @n0";
    private const string InsertSql = "INSERT INTO clientes (nickname, connected_at) VALUES (@n0, @t0)";

    private readonly MySqlUserTable _table;
    private readonly Func<MySqlSession> _connect;
    private MySqlSession? _session;
    private bool _disposed;

    /// <summary>A store on an open session, to a database that has the table.</summary>
    /// <param name="session">Owned from now on.</param>
    /// <param name="table">What the table looks like.</param>
    /// <param name="connect">Opens the next session, as <paramref name="session"/> was.</param>
    public MySqlUserStore(MySqlSession session, MySqlUserTable table, Func<MySqlSession> connect) =>
        (_session, _table, _connect) = (session, table, connect);

    /// <inheritdoc/>
    public void Upsert(IReadOnlyList<UserSighting> users)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (users.Count == 0)
            return;
        try
        {
            _session ??= _connect();
            _session.Execute("START TRANSACTION");
            Write(_session, users);
            _session.Execute("COMMIT");
        }
        catch (Exception failure)
        {
            // Of any kind: a closed connection is an IOException, a broken answer an InvalidOperationException, and so on.
            Disconnect();
            throw MySqlErrors.WhenWriting(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        Disconnect();
    }

    private void Disconnect()
    {
        _session?.Dispose();
        _session = null;
    }

    private void Write(MySqlSession session, IReadOnlyList<UserSighting> users)
    {
        if (_table.HasKey)
        {
            foreach (var block in users.Chunk(RowsPerStatement))
                session.Execute(UpsertSql(block.Length), Parameters(block));
            return;
        }

        // Without a key the server cannot tell who is known. The update locks what it read, so nobody can insert in between.
        foreach (var user in users)
        {
            if (session.Execute(UpdateSql, Parameters(user)) == 0)
                session.Execute(InsertSql, Parameters(user));
        }
    }

    private static string UpsertSql(int rows)
    {
        var sql = new StringBuilder("INSERT INTO clientes (nickname, connected_at) VALUES ");
        for (var i = 0; i < rows; i++)
            sql.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}(@n{i}, @t{i})");
        return sql.Append(" ON DUPLICATE KEY UPDATE connected_at = VALUES(connected_at)").ToString();
    }

    // @n0, @t0, @n1, @t1 … The time as text, which every type that can hold a time takes, whatever the driver makes of time zones.
    private static (string Name, string Value)[] Parameters(params UserSighting[] users) =>
    [
        .. users.SelectMany((user, i) => new[]
        {
            ($"@n{i}", user.Nickname),
            ($"@t{i}", user.ConnectedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        }),
    ];
}
