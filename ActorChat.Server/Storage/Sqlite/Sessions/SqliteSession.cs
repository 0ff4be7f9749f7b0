using System.Diagnostics;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sqlite.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorChat.Server.Storage.Sqlite.Sessions;

/// <summary>
/// One connection with its prepared statements, for one thread at a time. Fails with <see cref="SqliteException"/>, which its users
/// translate: the same failure means another thing at start than later.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    // So often a wait for another process's lock is looked after.
    private static readonly TimeSpan LockSlice = TimeSpan.FromMilliseconds(100);

    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly WriteAheadLog _log;
    private readonly TimeSpan _busyTimeout;
    private readonly SqliteSessions _siblings;
    private readonly CancellationToken _hurry;
    private readonly sqlite3 _database;
    private readonly List<SqliteStatement> _prepared = [];
    private readonly Lock _using = new();
    private bool _retired;
    private bool _closed;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;

    private SqliteSession(SqliteConnection connection, string path, TimeSpan busyTimeout, SqliteSessions siblings, CancellationToken hurry)
    {
        (_connection, _path, _busyTimeout, _siblings, _hurry) = (connection, path, busyTimeout, siblings, hurry);
        _log = new WriteAheadLog(path);
        _database = connection.Handle!;
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        siblings.Add(this);
    }

    /// <summary>SQLite could open the file for reading only.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(_database, "main") == 1;

    /// <summary>How many rows the last insert, update or delete of this connection touched.</summary>
    public int Changes => raw.sqlite3_changes(_database);

    /// <summary>For SQLite's own functions that have no other place here.</summary>
    public sqlite3 Database => _database;

    private bool HasMoved => SqliteNative.HasMoved(_database);

    /// <summary>Opens the file, and reads nothing of it yet.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="mode">Whether it may be made, or written to.</param>
    /// <param name="busyTimeout">How long a statement waits for another process's lock.</param>
    /// <param name="siblings">The sessions that share the file.</param>
    /// <param name="hurry">When it is cancelled, a transaction waits no longer for such a lock.</param>
    public static SqliteSession Open(
        string path, SqliteOpenMode mode, TimeSpan busyTimeout, SqliteSessions siblings, CancellationToken hurry = default)
    {
        // A pool would keep the file open, and its write-ahead log beside it, after the last Dispose.
        var source = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(source.ToString());
        try
        {
            connection.Open();
            SetBusyTimeout(connection.Handle!, busyTimeout);
            return new SqliteSession(connection, path, busyTimeout, siblings, hurry);
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
    public List<string> Query(string sql) => Query(sql, row => row.Text(0));

    /// <summary>Runs one query once; gives what is taken of each row.</summary>
    public List<T> Query<T>(string sql, Func<SqliteStatement, T> take)
    {
        using var statement = new SqliteStatement(_database, sql);
        return statement.Rows(take);
    }

    /// <summary>
    /// Does the work in one transaction that holds the write lock from its beginning: all of it is on disk afterwards, or nothing.
    /// </summary>
    public void Transact(Action work)
    {
        RollBackWhatIsOpen();
        Begin();
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

    /// <summary>
    /// As <see cref="Transact"/>, for a store: a failure comes in the words of its contract. SQLite would go on writing to a file that
    /// has been deleted, and to a deleted log: what it reports as stored would be lost with the process. So each time it is looked
    /// where they are.
    /// </summary>
    /// <exception cref="WriteException">Nothing of the work was stored.</exception>
    public void Write(Action work)
    {
        try
        {
            lock (_using)
                WriteWhereItStays(work);
        }
        catch (SqliteException failure)
        {
            throw SqliteErrors.WhenWriting(failure);
        }
        catch (WriteException gone) when (gone.Error == WriteError.Gone)
        {
            _siblings.LetGo(this);
            throw;
        }
    }

    /// <summary>Reads for a reader: a failure comes in the words of its contract, one of a file that is not at its path any more too.</summary>
    /// <exception cref="OpenException">It cannot be read.</exception>
    public T Read<T>(Func<T> work)
    {
        try
        {
            lock (_using)
            {
                if (!_retired && !HasMoved)
                {
                    ObjectDisposedException.ThrowIf(_closed, this);
                    return work();
                }
            }
        }
        catch (SqliteException failure)
        {
            throw new OpenException(_path, SqliteErrors.WhenOpening(_path, failure), failure);
        }

        _siblings.LetGo(this);
        throw new OpenException(_path, new OpenError.FileMissing());
    }

    /// <summary>The file is gone: no use any more. Waits for the one under way. Closing is for <see cref="SqliteSessions"/> from now on.</summary>
    public void Retire()
    {
        lock (_using)
            _retired = true;
    }

    /// <summary>
    /// Copies all of the write-ahead log into the file, and empties it. Waits for nobody. False when not all could be copied, or the
    /// log not emptied, because of a reader or a full disk.
    /// </summary>
    public bool BringLogHome()
    {
        _ = raw.sqlite3_busy_timeout(_database, 0);
        return Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
    }

    /// <summary>
    /// Brings the write-ahead log home and closes the file: whoever copies the one file after this has everything, even while
    /// another process has it open (SQLite by itself does this only when the very last connection closes). Once is enough.
    /// </summary>
    public void Close()
    {
        lock (_siblings.Gate)
        {
            if (_closed || _retired)
                return;

            // If it fails: what the log holds is safe in the log. But the log of another file, now in this place, is none of ours.
            if (!HasMoved)
                BringLogHome();
            Dispose();
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_siblings.Gate)
        {
            _closed = true;
            _siblings.Remove(this);
            _prepared.ForEach(statement => statement.Dispose());
            _connection.Dispose();
        }
    }

    private static void SetBusyTimeout(sqlite3 database, TimeSpan timeout) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_busy_timeout(database, (int)timeout.TotalMilliseconds), database);

    // SQLite's own wait cannot be broken off.
    private void Begin()
    {
        var waiting = Stopwatch.StartNew();
        SetBusyTimeout(_database, _busyTimeout < LockSlice ? _busyTimeout : LockSlice);
        try
        {
            while (!TryBegin(isLastTry: _hurry.IsCancellationRequested || waiting.Elapsed >= _busyTimeout))
            {
            }
        }
        finally
        {
            SetBusyTimeout(_database, _busyTimeout);
        }
    }

    private bool TryBegin(bool isLastTry)
    {
        try
        {
            _begin.Run();
            return true;
        }
        catch (SqliteException busy) when (!isLastTry && SqliteErrors.IsLock(busy))
        {
            return false;
        }
    }

    private void WriteWhereItStays(Action work)
    {
        if (_retired)
            throw SqliteErrors.Gone();
        ObjectDisposedException.ThrowIf(_closed, this);
        Transact(() =>
        {
            work();
            if (HasMoved || !_log.IsThere)
                throw SqliteErrors.Gone();
        });

        // Gone at the last moment. A lost log does no harm when all it held is in the file, and then an empty one is nothing unusual.
        if (HasMoved || (_log.IsEmpty && !SpinWait.SpinUntil(() => Checkpoint(raw.SQLITE_CHECKPOINT_PASSIVE), _busyTimeout)))
            throw SqliteErrors.Gone();
    }

    /// <summary>True when all of the log is in the file, and synced.</summary>
    private bool Checkpoint(int mode) =>
        raw.sqlite3_wal_checkpoint_v2(_database, "main", mode, out var inLog, out var copied) == raw.SQLITE_OK && inLog == copied;

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
