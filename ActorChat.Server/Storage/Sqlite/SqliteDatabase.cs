using System.Diagnostics;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sqlite.Files;
using ActorChat.Server.Storage.Sqlite.Sessions;
using Microsoft.Data.Sqlite;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>
/// The SQLite file: makes or migrates it when it is opened, and hands out stores and readers. Each has a connection of its own: a long
/// list of users holds up a message for one transaction at most. Fails with <see cref="OpenException"/> only.
/// </summary>
internal sealed class SqliteDatabase
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(5);

    // What SQLite puts behind the name, for the file itself and for those beside it.
    private static readonly string[] Suffixes = ["", "-wal", "-shm", "-journal"];

    private readonly string _path;
    private readonly TimeSpan _busyTimeout;
    private readonly CancellationToken _hurry;
    private readonly SqliteSync _sync;
    private readonly SqliteSessions _sessions;

    /// <summary>Touches nothing yet.</summary>
    /// <exception cref="OpenException">The path cannot be one.</exception>
    public SqliteDatabase(SqliteOptions options)
    {
        _path = SqlitePath.Full(options.Path);
        _busyTimeout = options.BusyTimeout;
        _hurry = options.Hurry;
        _sync = options.Sync;
        _sessions = new SqliteSessions(_path);
    }

    /// <summary>Opens the messages; a missing file or table is created, an older one migrated.</summary>
    /// <exception cref="OpenException">The file cannot be used.</exception>
    public IMessageStore OpenMessages() => OpenWith(session => new SqliteMessageStore(session));

    /// <summary>Opens the messages for reading, on a connection of its own; creates and migrates as <see cref="OpenMessages"/> does.</summary>
    /// <exception cref="OpenException">The file cannot be used.</exception>
    public IMessageReader OpenReader() => OpenWith(session => new SqliteMessageReader(session));

    /// <summary>Opens the users; a missing file or table is created, an older one migrated.</summary>
    /// <exception cref="OpenException">The file cannot be used.</exception>
    public IUserStore OpenUsers() => OpenWith(session => new SqliteUserStore(session));

    /// <summary>Opens the file for whatever <paramref name="use"/> makes of the session, which then owns it.</summary>
    /// <exception cref="OpenException">The file cannot be used.</exception>
    public T OpenWith<T>(Func<SqliteSession, T> use)
    {
        // SQLite would open a device, and only say that something is wrong with it.
        Refuse(FileKind.IsSpecial(_path) ? new OpenError.PathIsSpecial() : null);

        // One that is gone, and that somebody still reads.
        Refuse(_sessions.TryRelease() ? null : new OpenError.Locked());
        return Open(SqliteOpenMode.ReadWriteCreate, session =>
        {
            PrepareToWrite(session);
            return use(session);
        });
    }

    /// <summary>Opens a file that must be there, and leaves it as it is, for whatever <paramref name="read"/> does with it.</summary>
    /// <exception cref="OpenException">The file cannot be used.</exception>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        if (!File.Exists(_path))
            throw Unavailable(SqlitePath.Problem(_path) ?? new OpenError.FileMissing());
        return Open(SqliteOpenMode.ReadWrite, session =>
        {
            using (session)
            {
                Refuse(SqliteSchema.Problem(session));
                return read(session);
            }
        });
    }

    /// <summary>
    /// Finds out whether the file could be opened and is sound, and leaves everything as it was: a missing file is not created, a
    /// table not migrated. (SQLite itself may bring home the log of a process that was killed: reading is not possible without.)
    /// </summary>
    /// <exception cref="OpenException">The file cannot be used.</exception>
    public void Check()
    {
        if (SqlitePath.Problem(_path) is { } problem)
            throw Unavailable(problem);
        if (!File.Exists(_path))
        {
            TryToCreate();
            return;
        }

        Open(SqliteOpenMode.ReadWrite, session =>
        {
            CheckContent(session);
            return session;
        }).Dispose();
    }

    // A name, a path or a disk may be refused by SQLite alone, and for its log alone: only what the start does shows that.
    private void TryToCreate()
    {
        var path = SqlitePath.Beside(_path);
        try
        {
            new SqliteDatabase(new SqliteOptions(path)).OpenMessages().Dispose();
        }
        catch (OpenException refused)
        {
            throw Unavailable(refused.Error, refused);
        }
        finally
        {
            // Of a name that is too long even the removal would fail.
            foreach (var made in Suffixes.Select(suffix => path + suffix).Where(File.Exists))
                File.Delete(made);
        }
    }

    private void PrepareToWrite(SqliteSession session)
    {
        // Before the first write: a file that is refused is left untouched.
        Refuse(SqliteSchema.Problem(session));
        if (SwitchToLog(session) is not "wal" and var mode)
            throw Unavailable(new OpenError.NoWriteAheadLog(mode));
        session.Execute($"PRAGMA synchronous = {(_sync == SqliteSync.Full ? "FULL" : "NORMAL")}");
        Refuse(SqliteSchema.Update(session));
    }

    /// <summary>
    /// While somebody writes to a file that has no log yet (the seed server, or a second store that creates it too), SQLite refuses
    /// the switch at once instead of waiting out the busy timeout.
    /// </summary>
    /// <returns>The journal mode afterwards.</returns>
    private string SwitchToLog(SqliteSession session)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return session.Query("PRAGMA journal_mode = WAL").Single();
            }
            catch (SqliteException busy) when (SqliteErrors.IsLock(busy) && waiting.Elapsed < _busyTimeout)
            {
                Thread.Sleep(RetryPause);
            }
        }
    }

    private void CheckContent(SqliteSession session)
    {
        Refuse(SqliteSchema.Problem(session));
        if (session.Query("PRAGMA quick_check(1)").Single() is not "ok" and var finding)
            throw Unavailable(new OpenError.Damaged(finding));
    }

    /// <summary>Opens a session, closed again if its use fails. Whatever SQLite reports becomes a problem with a name.</summary>
    private T Open<T>(SqliteOpenMode mode, Func<SqliteSession, T> use)
    {
        SqliteSession? session = null;
        try
        {
            session = SqliteSession.Open(_path, mode, _busyTimeout, _sessions, _hurry);
            // SQLite falls back to reading where it may not write, and would say so only at the first write.
            Refuse(session.IsReadOnly ? new OpenError.FileNotWritable() : null);
            return use(session);
        }
        catch (SqliteException cause)
        {
            session?.Dispose();
            throw Unavailable(SqliteErrors.WhenOpening(_path, cause), cause);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    private void Refuse(OpenError? problem)
    {
        if (problem is not null)
            throw Unavailable(problem);
    }

    private OpenException Unavailable(OpenError problem, Exception? cause = null) => new(_path, problem, cause);
}
