using System.Diagnostics;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sql;
using ActorChat.Server.Storage.Sqlite.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorChat.Server.Storage.Sqlite.Sessions;

/// <summary>
/// One connection with its prepared statements, for one thread at a time. Fails with <see cref="SqliteException"/>, which its users
/// translate: the same failure means another thing at start than later.
/// </summary>
internal sealed class SqliteSession : SqlSession
{
    // How often a wait for another process's lock is interrupted, to see whether there is still time.
    private static readonly TimeSpan LockSlice = TimeSpan.FromMilliseconds(100);

    private readonly SqliteConnection _connection;
    private readonly SqliteSessions _siblings;
    private readonly SqliteOptions _options;
    private readonly WatchedFile _log;
    private readonly WatchedFile _logIndex;
    private readonly Dictionary<string, SqliteStatement> _prepared = [];
    private readonly Lock _using = new();
    private bool _invalid;
    private bool _closed;

    // Prepared once, as every message needs them.
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;

    private SqliteSession(SqliteConnection connection, SqliteSessions siblings, SqliteOptions options)
    {
        (_connection, _siblings, _options) = (connection, siblings, options);
        (_log, _logIndex) = (new WatchedFile(siblings.Path + "-wal"), new WatchedFile(siblings.Path + "-shm"));
        Database = connection.Handle!;
        SetBusyTimeout(options.BusyTimeout);
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        siblings.Add(this);
    }

    /// <summary>SQLite could open the file for reading only.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(Database, "main") == 1;

    /// <summary>For SQLite's own functions that have no other place here.</summary>
    public sqlite3 Database { get; }

    private bool HasMoved => SqliteNative.HasMoved(Database);

    /// <summary>Opens the file, and reads nothing of it yet.</summary>
    /// <param name="siblings">The sessions that share the file, with its path.</param>
    /// <param name="mode">Whether it may be made, or written to.</param>
    /// <param name="options">How long a transaction waits for another process's lock.</param>
    public static SqliteSession Open(SqliteSessions siblings, SqliteOpenMode mode, SqliteOptions options)
    {
        // A pool would keep the file open, and its write-ahead log beside it, after the last Dispose.
        var source = new SqliteConnectionStringBuilder { DataSource = siblings.Path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(source.ToString());
        try
        {
            connection.Open();
            return new SqliteSession(connection, siblings, options);
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
        if (!_prepared.TryGetValue(sql, out var statement))
            _prepared.Add(sql, statement = new SqliteStatement(Database, sql));
        return statement;
    }

    public override int Execute(string sql, params (string Name, object? Value)[] parameters) => Use(sql, parameters, statement =>
    {
        statement.Run();
        return raw.sqlite3_changes(Database);
    });

    public override List<T> Query<T>(string sql, Func<ISqlRow, T> take, params (string Name, object? Value)[] parameters) =>
        Use(sql, parameters, statement => statement.Rows(take));

    // Every row would lack a column that is NOT NULL without a default. What numbers itself does not: a key that has no index of its own.
    public override List<SqlColumn> Columns(string table) => Query(
        $"""
        SELECT name, type, "notnull" = 1 AND COALESCE(UPPER(dflt_value), 'NULL') = 'NULL'
            AND (pk = 0 OR EXISTS (SELECT 1 FROM pragma_index_list('{table}') WHERE origin = 'pk'))
        FROM pragma_table_xinfo('{table}') WHERE hidden = 0
        """,
        row => new SqlColumn(row.Text(0), row.Text(1), NeedsValue: row.Number(2) == 1));

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

    // Checks each time where file and log are. SQLite would go on writing to deleted ones, and what it reports as stored would be lost.
    public override void Write(Action work)
    {
        try
        {
            lock (_using)
                WriteInPlace(work);
        }
        catch (SqliteException failure)
        {
            throw SqliteErrors.WhenWriting(failure);
        }
        catch (WriteException gone) when (gone.Error == WriteError.Gone)
        {
            _siblings.OnFileGone(this);
            throw;
        }
    }

    public override T Read<T>(Func<T> work)
    {
        try
        {
            lock (_using)
            {
                if (!_invalid && !HasMoved)
                {
                    ObjectDisposedException.ThrowIf(_closed, this);
                    return work();
                }
            }
        }
        catch (SqliteException failure)
        {
            throw new OpenException(_siblings.Path, SqliteErrors.WhenOpening(_siblings.Path, failure), failure);
        }

        _siblings.OnFileGone(this);
        throw new OpenException(_siblings.Path, new OpenError.FileMissing());
    }

    /// <summary>The file is gone: refuses every use, after the one under way. <see cref="SqliteSessions"/> closes it.</summary>
    public void Invalidate()
    {
        lock (_using)
            _invalid = true;
    }

    /// <summary>
    /// Copies the write-ahead log into the file, and empties it. Waits for nobody: false when a reader, or a full disk, prevents it.
    /// </summary>
    public bool TryCheckpoint()
    {
        _ = raw.sqlite3_busy_timeout(Database, 0);
        return Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
    }

    // Whoever copies the one file after this has everything, even while another process has it open. (SQLite by itself does this only when
    // the very last connection closes.)
    public override void Close()
    {
        lock (_siblings.Gate)
        {
            if (_closed || _invalid)
                return;

            // If it fails: what the log holds is safe in the log. But the log of another file, now in this place, is none of ours.
            if (!HasMoved)
                TryCheckpoint();
            Dispose();
        }
    }

    public override void Dispose()
    {
        lock (_siblings.Gate)
        {
            _closed = true;
            _siblings.Remove(this);
            foreach (var statement in _prepared.Values)
                statement.Dispose();
            _connection.Dispose();
        }
    }

    protected override OpenError Lacks(string table, string column) => new OpenError.UnknownTable(table, column);

    // Statements with parameters come again, and stay prepared.
    private T Use<T>(string sql, (string Name, object? Value)[] parameters, Func<SqliteStatement, T> use)
    {
        if (parameters.Length == 0)
        {
            using var once = new SqliteStatement(Database, sql);
            return use(once);
        }

        var statement = Prepare(sql);
        foreach (var (name, value) in parameters)
            statement.Bind(name, value);
        return use(statement);
    }

    private void SetBusyTimeout(TimeSpan timeout) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_busy_timeout(Database, (int)timeout.TotalMilliseconds), Database);

    // SQLite's own wait cannot be broken off.
    private void Begin()
    {
        var waiting = Stopwatch.StartNew();
        SetBusyTimeout(_options.BusyTimeout < LockSlice ? _options.BusyTimeout : LockSlice);
        try
        {
            while (!TryBegin(isLastTry: _options.LockWaitCancellation.IsCancellationRequested || waiting.Elapsed >= _options.BusyTimeout))
            {
            }
        }
        finally
        {
            SetBusyTimeout(_options.BusyTimeout);
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

    private void WriteInPlace(Action work)
    {
        if (_invalid)
            throw SqliteErrors.Gone();
        ObjectDisposedException.ThrowIf(_closed, this);
        Transact(() =>
        {
            work();
            if (HasMoved || _log.Length is null || _logIndex.Length is null)
                throw SqliteErrors.Gone();
        });

        // Gone at the last moment. A lost log, or one that another process has just made, does no harm when all it held is in the file.
        if (HasMoved || (_log.Length is null or 0 && !SpinWait.SpinUntil(() => Checkpoint(raw.SQLITE_CHECKPOINT_PASSIVE), _options.BusyTimeout)))
            throw SqliteErrors.Gone();
    }

    /// <summary>True when all of the log is in the file, and synced.</summary>
    private bool Checkpoint(int mode) =>
        raw.sqlite3_wal_checkpoint_v2(Database, "main", mode, out var inLog, out var copied) == raw.SQLITE_OK && inLog == copied;

    /// <summary>
    /// A full disk or an I/O error may have ended the transaction already (https://sqlite.org/lang_transaction.html, "Response to
    /// errors"). Called at the beginning too, so that even a failed rollback blocks the session only while its cause lasts.
    /// </summary>
    private void RollBackWhatIsOpen()
    {
        if (raw.sqlite3_get_autocommit(Database) == 0)
            Execute("ROLLBACK");
    }
}
