using System.Diagnostics;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Search;
using ActorChat.Server.Storage.Sqlite.Files;
using ActorChat.Server.Storage.Sqlite.Sessions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>
/// The index in a file of its own beside the database, so that no commit waits for it. It keeps no texts. A file that is missing, damaged or
/// of another version is made anew.
/// </summary>
internal sealed class SqliteSearchIndex : ISearchIndex
{
    // Of the tables in this file.
    private const long Version = 1;

    // How many steps SQLite takes between two looks at the clock: it reads some twenty pages meanwhile.
    private const int StepsPerLook = 100;

    // How many words tell a message from another.
    private const int WordsCompared = 8;

    // Words are split already, so that all other characters belong to them. A room's name begins with a sign that no word has.
    private const string CreateSql = """
        CREATE VIRTUAL TABLE palabras USING fts5(texto, content = '', contentless_delete = 1, detail = none,
            tokenize = "ascii tokenchars '@-_.'")
        """;

    // Gathers so many bytes in memory before it writes: large parts need less merging.
    private const string GatherSql = "INSERT INTO palabras (palabras, rank) VALUES ('hashsize', 16777216)";

    private static readonly TimeSpan LockLimit = TimeSpan.FromMilliseconds(200);

    private readonly SqliteSession _session;
    private readonly string _path;

    private SqliteSearchIndex(SqliteSession session, string path) => (_session, _path) = (session, path);

    public long Last => Use(() => _session.Number("SELECT MAX(id) FROM palabras_docsize"));

    /// <summary>The file of the index for a database file.</summary>
    public static string PathOf(string database) => database + "-busqueda";

    /// <summary>Opens the index for a database file, and makes it if it is not there.</summary>
    public static SqliteSearchIndex Open(string database, SqliteOptions options)
    {
        // Somebody waits for an answer.
        options = options with { BusyTimeout = LockLimit };
        var sessions = new SqliteSessions(PathOf(database));
        try
        {
            return OpenFile(database, sessions, options);
        }
        catch (OpenException unusable) when (IsOfNoUse(unusable))
        {
            return OpenFile(database, sessions, options);
        }
    }

    public bool Has(IndexedMessage message)
    {
        var query = new SearchQuery([message.Room], message.Words[..Math.Min(message.Words.Length, WordsCompared)], message.Id + 1);
        return Find(query, 1, Timeout.InfiniteTimeSpan).Contains(message.Id);
    }

    public void Add(IReadOnlyList<IndexedMessage> messages)
    {
        if (messages.Count == 0)
            return;
        Use(() => _session.Transact(() =>
        {
            // Another process may have been faster.
            var last = Last;
            var insert = _session.Prepare("INSERT INTO palabras (rowid, texto) VALUES (?, ?)");
            foreach (var message in messages.Where(message => message.Id > last))
            {
                insert.Bind(1, message.Id);
                insert.Bind(2, $"@{message.Room} {string.Join(' ', message.Words)}");
                insert.Run();
            }
        }));
    }

    public void Forget(long before, int count)
    {
        if (Use(() => _session.Number("SELECT MIN(id) FROM palabras_docsize")) >= before)
            return;
        Use(() => _session.Transact(() => _session.Execute(
            "DELETE FROM palabras WHERE rowid IN (SELECT id FROM palabras_docsize WHERE id < @b ORDER BY id LIMIT @c)",
            ("@b", before),
            ("@c", (long)count))));
    }

    public void Clear() => Use(() => _session.Transact(() => _session.Execute("INSERT INTO palabras (palabras) VALUES ('delete-all')")));

    // Names and words have no quotes, so that nothing of them is an operator.
    public IReadOnlyList<long> Find(SearchQuery query, int count, TimeSpan limit)
    {
        var rooms = string.Join(" OR ", query.Rooms.Select(room => $"\"@{room}\""));
        var words = string.Concat(query.Words.Select(word => $" AND \"{word}\""));
        return Use(() => InTime(limit, () => _session.Query(
            "SELECT rowid FROM palabras WHERE palabras MATCH @q AND rowid < @b ORDER BY rowid DESC LIMIT @c",
            row => row.Number(0),
            ("@q", $"({rooms}){words}"),
            ("@b", query.Before),
            ("@c", (long)count))));
    }

    public void Dispose() => _session.Close();

    private static SqliteSearchIndex OpenFile(string database, SqliteSessions sessions, SqliteOptions options)
    {
        SqliteSession? session = null;
        try
        {
            if (!File.Exists(sessions.Path))
                SqlitePath.Create(sessions.Path, like: database);
            session = SqliteSession.Open(sessions, SqliteOpenMode.ReadWrite, options);
            var index = new SqliteSearchIndex(session, sessions.Path);
            index.Prepare();
            return index;
        }
        catch (Exception cause)
        {
            session?.Dispose();
            if (cause is IOException or UnauthorizedAccessException)
                throw new OpenException(sessions.Path, new OpenError.Other(cause.Message), cause);
            throw;
        }
    }

    private static bool IsOfNoUse(OpenException failure) => failure.Error is OpenError.Damaged or OpenError.NotSqlite or OpenError.NewerSchema;

    private void Use(Action work) => Use(() =>
    {
        work();
        return true;
    });

    private T Use<T>(Func<T> work)
    {
        try
        {
            return _session.Read(work);
        }
        catch (OpenException failure) when (IsOfNoUse(failure))
        {
            // The next opening makes it anew.
            _session.Dispose();
            foreach (var suffix in new[] { "-wal", "-shm", "" })
                File.Delete(_path + suffix);
            throw;
        }
    }

    private void Prepare() => Use(() =>
    {
        _session.Execute("PRAGMA journal_mode = WAL");
        _session.Execute("PRAGMA synchronous = NORMAL");
        var found = _session.Number("PRAGMA user_version");
        if (found == Version)
            return;
        if (found > 0)
            throw new OpenException(_path, new OpenError.NewerSchema(found, Version));
        _session.Transact(() =>
        {
            _session.Execute(CreateSql);
            _session.Execute(GatherSql);
            _session.Execute($"PRAGMA user_version = {Version}");
        });
    });

    private T InTime<T>(TimeSpan limit, Func<T> work)
    {
        if (limit == Timeout.InfiniteTimeSpan)
            return work();
        var began = Stopwatch.GetTimestamp();
        raw.sqlite3_progress_handler(_session.Database, StepsPerLook, _ => Stopwatch.GetElapsedTime(began) > limit ? 1 : 0, null);
        try
        {
            return work();
        }
        catch (SqliteException late) when (late.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new TimeoutException(late.Message, late);
        }
        finally
        {
            raw.sqlite3_progress_handler(_session.Database, 0, null, null);
        }
    }
}
