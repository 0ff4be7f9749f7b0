using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sqlite.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>SQLite's result codes (https://sqlite.org/rescode.html) in the words of this program.</summary>
internal static class SqliteErrors
{
    /// <summary>What a failed transaction means to whoever wanted to write.</summary>
    public static WriteException WhenWriting(SqliteException failure) =>
        new(IsTakenNumber(failure) ? WriteError.NumberTaken : FailureOf(Primary(failure)), failure.Message, failure);

    /// <summary>The file is not where it was; there is nothing that SQLite would say about it.</summary>
    public static WriteException Gone() => new(WriteError.Gone, "the database file was deleted, moved or replaced");

    /// <summary>Somebody else has the database locked: the same may succeed later.</summary>
    public static bool IsLock(SqliteException failure) => Primary(failure) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    /// <summary>What a failure means to whoever wanted to open the file at this full path.</summary>
    public static OpenError WhenOpening(string path, SqliteException failure) => Primary(failure) switch
    {
        _ when IsLock(failure) => new OpenError.Locked(),
        raw.SQLITE_NOTADB => new OpenError.NotSqlite(),
        raw.SQLITE_CORRUPT => new OpenError.Damaged(failure.Message),
        raw.SQLITE_READONLY => SqlitePath.FindProblem(path) ?? new OpenError.FileNotWritable(),
        raw.SQLITE_CANTOPEN when File.Exists(path) => SqlitePath.FindProblem(path) ?? new OpenError.NoAccess(),
        raw.SQLITE_CANTOPEN => SqlitePath.FindProblem(path) ?? new OpenError.Other(failure.Message),
        _ => new OpenError.Other(failure.Message),
    };

    // SQLite names the columns of the index, and nothing of the row.
    private static bool IsTakenNumber(SqliteException failure) =>
        failure.SqliteExtendedErrorCode == raw.SQLITE_CONSTRAINT_UNIQUE
        && failure.Message.Contains(SqliteMessageTable.NumberColumns, StringComparison.OrdinalIgnoreCase);

    private static WriteError FailureOf(int code) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => WriteError.Locked,
        raw.SQLITE_FULL => WriteError.Full,
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN => WriteError.NotWritable,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => WriteError.Damaged,
        raw.SQLITE_IOERR => WriteError.InputOutput,
        raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG => WriteError.UnfitValue,

        // Our statements were right when they were prepared: since then a table or a column has gone.
        raw.SQLITE_ERROR or raw.SQLITE_SCHEMA => WriteError.TableChanged,
        _ => WriteError.Other,
    };

    /// <summary>Extended codes carry the plain one in their lowest byte.</summary>
    private static int Primary(SqliteException failure) => failure.SqliteErrorCode & 0xFF;
}
