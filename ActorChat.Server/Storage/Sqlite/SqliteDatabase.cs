using System.Diagnostics;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Search;
using ActorChat.Server.Storage.Sql;
using ActorChat.Server.Storage.Sqlite.Files;
using ActorChat.Server.Storage.Sqlite.Sessions;
using ActorChat.Server.Storage.Tokens;
using Microsoft.Data.Sqlite;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>
/// The SQLite file: makes or migrates it when it is opened, and hands out stores and readers. Each has a connection of its own: a long
/// list of users holds up a message for one transaction at most. Fails with <see cref="OpenException"/> only.
/// </summary>
internal sealed class SqliteDatabase(SqliteOptions options) : IMessageDatabase
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(5);

    // Of the file itself, and of those that SQLite puts beside it.
    private static readonly string[] Suffixes = ["", "-wal", "-shm", "-journal"];

    private readonly SqliteSessions _sessions = new(SqlitePath.Full(options.Path));

    private string Path => _sessions.Path;

    public IMessageStore OpenMessages() => OpenWith(session => new SqliteMessageStore(session));

    public IMessageReader OpenReader() => OpenWith(session => new MessageReader(session));

    public IAccountStore OpenAccounts() => OpenWith(session => new AccountStore(session));

    /// <summary>Opens the search in messages that <see cref="OpenMessages"/> has opened.</summary>
    /// <param name="create">Whether it begins where nobody has searched so far; otherwise null there.</param>
    public IMessageSearch? OpenSearch(bool create) => create || File.Exists(SqliteSearchIndex.PathOf(Path))
        ? OpenWith(session => new MessageSearch(session, SqliteSearchIndex.Open(Path, options)))
        : null;

    public IUserStore OpenUsers() => OpenWith(SqliteUserTable.Open);

    /// <summary>Opens a file that must be there.</summary>
    public IMessageArchive OpenArchive()
    {
        RequireFile();
        return OpenWith(session =>
        {
            // Waits for no disk, so that others wait less for the lock: what a power cut brings back is deleted by the next run. And
            // what was deleted is overwritten in the file.
            session.Execute("PRAGMA synchronous = NORMAL");
            session.Execute("PRAGMA secure_delete = ON");
            return new MessageArchive(session);
        });
    }

    public TokenStore OpenTokens()
    {
        RequireFile();
        return OpenWith(session => new TokenStore(session));
    }

    /// <summary>Opens the file for whatever <paramref name="use"/> makes of the session, which then owns it.</summary>
    public T OpenWith<T>(Func<SqliteSession, T> use)
    {
        // SQLite would open a device, and only say that something is wrong with it.
        Refuse(new WatchedFile(Path).IsSpecial ? new OpenError.PathIsSpecial() : null);

        // A file that is gone, and that somebody still reads.
        Refuse(_sessions.TryCloseGone() ? null : new OpenError.Locked());
        return Open(SqliteOpenMode.ReadWriteCreate, session =>
        {
            PrepareToWrite(session);
            return use(session);
        });
    }

    /// <summary>Opens a file that must be there, and leaves it as it is, for whatever <paramref name="read"/> does with it.</summary>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        RequireFile();
        return Open(SqliteOpenMode.ReadWrite, session =>
        {
            using (session)
            {
                Refuse(SqliteSchema.FindProblem(session));
                return read(session);
            }
        });
    }

    /// <summary>
    /// Finds out whether the file could be opened and is sound, and leaves everything as it was: a missing file is not created, a
    /// table not migrated. (SQLite itself may recover the log of a process that was killed: reading is not possible without.)
    /// </summary>
    public void Check()
    {
        Refuse(SqlitePath.FindProblem(Path));
        if (!File.Exists(Path))
            TryToCreate();
        else if (Read(session => session.Query("PRAGMA quick_check(1)").Single()) is not "ok" and var finding)
            throw Unavailable(new OpenError.Damaged(finding));
    }

    // SQLite alone may refuse a name, a path or a disk, perhaps only for its log: do what the start does.
    private void TryToCreate()
    {
        var path = SqlitePath.Beside(Path);
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
            // Removing fails where the name is too long.
            foreach (var made in Suffixes.Select(suffix => path + suffix).Where(File.Exists))
                File.Delete(made);
        }
    }

    private void PrepareToWrite(SqliteSession session)
    {
        // Checks before the first write: a refused file stays untouched.
        Refuse(SqliteSchema.FindProblem(session));
        if (SwitchToLog(session) is not "wal" and var mode)
            throw Unavailable(new OpenError.NoWriteAheadLog(mode));
        session.Execute($"PRAGMA synchronous = {(options.Sync == SqliteSync.Full ? "FULL" : "NORMAL")}");
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
            catch (SqliteException busy) when (SqliteErrors.IsLock(busy) && waiting.Elapsed < options.BusyTimeout)
            {
                Thread.Sleep(RetryPause);
            }
        }
    }

    /// <summary>Opens a session, closed again if its use fails. Whatever SQLite reports becomes a problem with a name.</summary>
    private T Open<T>(SqliteOpenMode mode, Func<SqliteSession, T> use)
    {
        SqliteSession? session = null;
        try
        {
            session = SqliteSession.Open(_sessions, mode, options);

            // SQLite falls back to reading where it may not write, and would say so only at the first write.
            Refuse(session.IsReadOnly ? new OpenError.FileNotWritable() : null);
            return use(session);
        }
        catch (Exception cause)
        {
            session?.Dispose();
            if (cause is SqliteException refusal)
                throw Unavailable(SqliteErrors.WhenOpening(Path, refusal), refusal);
            throw;
        }
    }

    private void RequireFile() => Refuse(File.Exists(Path) ? null : SqlitePath.FindProblem(Path) ?? new OpenError.FileMissing());

    private void Refuse(OpenError? problem)
    {
        if (problem is not null)
            throw Unavailable(problem);
    }

    private OpenException Unavailable(OpenError problem, Exception? cause = null) => new(Path, problem, cause);
}
