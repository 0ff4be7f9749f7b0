using System.Data.Common;
using System.Globalization;
using System.Text;

namespace ActorChat.Server.Persistence.MySql;

/// <summary>
/// Users in the table <c>clientes</c> of a MySQL or MariaDB server. Owns its connection. After any failure it takes a new one for
/// the next list, so that a server that was away, or restarted, is found again.
/// </summary>
internal sealed class MySqlUserStore : IUserStore
{
    // One statement a block of rows; far below the largest packet of any server (16 MiB, 1 MiB of old).
    private const int RowsPerStatement = 500;

    private const string UpdateSql = "UPDATE clientes SET connected_at = @t0 WHERE nickname = @n0";
    private const string InsertSql = "INSERT INTO clientes (nickname, connected_at) VALUES (@n0, @t0)";

    private readonly MySqlUserTable _table;
    private readonly Func<DbConnection> _connect;
    private DbConnection? _connection;
    private bool _disposed;

    /// <summary>A store on an open connection, to a database that has the table.</summary>
    /// <param name="connection">Owned from now on.</param>
    /// <param name="table">What the table looks like.</param>
    /// <param name="connect">Opens the next connection, as <paramref name="connection"/> was.</param>
    public MySqlUserStore(DbConnection connection, MySqlUserTable table, Func<DbConnection> connect) =>
        (_connection, _table, _connect) = (connection, table, connect);

    /// <inheritdoc/>
    public void Upsert(IReadOnlyList<UserSighting> users)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (users.Count == 0)
            return;
        try
        {
            _connection ??= _connect();
            using var transaction = _connection.BeginTransaction();
            Write(new Statements(_connection, transaction), users);
            transaction.Commit();
        }
        catch (DbException failure)
        {
            Disconnect();
            throw MySqlErrors.WhenWriting(failure);
        }
        catch
        {
            Disconnect();
            throw;
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
        _connection?.Dispose();
        _connection = null;
    }

    private void Write(Statements statements, IReadOnlyList<UserSighting> users)
    {
        if (_table.HasKey)
        {
            foreach (var block in users.Chunk(RowsPerStatement))
                statements.Run(UpsertSql(block.Length), block);
            return;
        }

        // Without a key the server cannot tell who is known. The update locks what it read, so nobody can insert in between.
        foreach (var user in users)
        {
            if (statements.Run(UpdateSql, user) == 0)
                statements.Run(InsertSql, user);
        }
    }

    private static string UpsertSql(int rows)
    {
        var sql = new StringBuilder("INSERT INTO clientes (nickname, connected_at) VALUES ");
        for (var i = 0; i < rows; i++)
            sql.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}(@n{i}, @t{i})");
        return sql.Append(" ON DUPLICATE KEY UPDATE connected_at = VALUES(connected_at)").ToString();
    }

    private readonly record struct Statements(DbConnection Connection, DbTransaction Transaction)
    {
        /// <summary>Runs a statement with the parameters @n0, @t0, @n1, @t1 …; gives the number of rows it found.</summary>
        public int Run(string sql, params ReadOnlySpan<UserSighting> users)
        {
            using var command = Connection.CreateCommand();
            command.Transaction = Transaction;
            command.CommandText = sql;
            for (var i = 0; i < users.Length; i++)
            {
                Add(command, $"@n{i}", users[i].Nickname);

                // As text, which every type that can hold a time takes, whatever the driver makes of time zones.
                Add(command, $"@t{i}", users[i].ConnectedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
            }

            return command.ExecuteNonQuery();
        }

        private static void Add(DbCommand command, string name, string value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
