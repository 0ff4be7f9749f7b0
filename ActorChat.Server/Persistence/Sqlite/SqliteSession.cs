using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorChat.Server.Persistence.Sqlite;

/// <summary>
/// One connection with its prepared statements, for one thread at a time. Fails with <see cref="SqliteException"/>, which its users
/// translate: the same failure means another thing at start than later.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3 _database;
    private readonly List<SqliteStatement> _prepared = [];
    private bool _closed;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;

    private SqliteSession(SqliteConnection connection)
    {
        _connection = connection;
        _database = connection.Handle!;
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
    }

    /// <summary>SQLite could open the file for reading only.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(_database, "main") == 1;

    /// <summary>The id of the row that this connection inserted last.</summary>
    public long LastId => raw.sqlite3_last_insert_rowid(_database);

    /// <summary>How many rows the last insert, update or delete of this connection touched.</summary>
    public int Changes => raw.sqlite3_changes(_database);

    /// <summary>Opens the file, and reads nothing of it yet.</summary>
    public static SqliteSession Open(string path, SqliteOpenMode mode, TimeSpan busyTimeout)
    {
        _ = SqliteNative.Library;
        // A pool would keep the file open, and its write-ahead log beside it, after the last Dispose.
        var source = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(source.ToString());
        try
        {
            connection.Open();
            SqliteException.ThrowExceptionForRC(
                raw.sqlite3_busy_timeout(connection.Handle!, (int)busyTimeout.TotalMilliseconds), connection.Handle!);
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Prepares a statement that lives as long as this session.</summary>
    public SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(_database, sql);
        _prepared.Add(statement);
        return statement;
    }

    /// <summary>Runs one statement once.</summary>
    public void Execute(string sql)
    {
        using var statement = new SqliteStatement(_database, sql);
        statement.Run();
    }

    /// <summary>Runs one query once: the first column of each row, as text.</summary>
    public List<string> Query(string sql)
    {
        using var statement = new SqliteStatement(_database, sql);
        var rows = new List<string>();
        while (statement.Step())
            rows.Add(statement.Text(0));
        return rows;
    }

    /// <summary>
    /// Does the work in one transaction that holds the write lock from its beginning: all of it is on disk afterwards, or nothing.
    /// </summary>
    public void Transact(Action work)
    {
        RollBackWhatIsOpen();
        _begin.Run();
        try
        {
            work();
            _commit.Run();
        }
        catch
        {
            RollBackWhatIsOpen();
            throw;
        }
    }

    /// <summary>As <see cref="Transact"/>, for a store: a failure comes in the words of its contract.</summary>
    /// <exception cref="StorageException">Nothing of the work was stored.</exception>
    public void Write(Action work)
    {
        try
        {
            Transact(work);
        }
        catch (SqliteException failure)
        {
            throw SqliteErrors.WhenWriting(failure);
        }
    }

    /// <summary>
    /// Brings the write-ahead log home and closes the file: whoever copies the one file after this has everything, even while
    /// another process has it open (SQLite by itself does this only when the very last connection closes). Once is enough.
    /// </summary>
    public void Close()
    {
        if (_closed)
            return;
        _closed = true;
        Checkpoint();
        Dispose();
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _prepared.ForEach(statement => statement.Dispose());
        _connection.Dispose();
    }

    private void Checkpoint()
    {
        // Neither waits for a reader (it then copies as much as it can) nor matters if it fails: what the log holds is safe in the log.
        _ = raw.sqlite3_busy_timeout(_database, 0);
        _ = raw.sqlite3_wal_checkpoint_v2(_database, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _);
    }

    /// <summary>
    /// A full disk or an I/O error may have ended the transaction already (https://sqlite.org/lang_transaction.html, "Response to
    /// errors"). Called at the beginning too, so that even a failed rollback blocks the session only while its cause lasts.
    /// </summary>
    private void RollBackWhatIsOpen()
    {
        if (raw.sqlite3_get_autocommit(_database) == 0)
            _rollback.Run();
    }
}
