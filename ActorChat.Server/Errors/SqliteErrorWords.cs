using ActorChat.Server.Resources;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorChat.Server.Errors;

/// <summary>Describes SQLite's result codes: https://sqlite.org/rescode.html.</summary>
internal static class SqliteErrorWords
{
    public static string Describe(SqliteException failure, Texts texts) => (failure.SqliteErrorCode & 0xFF) switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => texts.Locked,
        raw.SQLITE_FULL => texts.DiskFull,
        raw.SQLITE_IOERR => texts.SqliteDiskError(failure.SqliteExtendedErrorCode),
        raw.SQLITE_READONLY => texts.ReadOnly,
        raw.SQLITE_CORRUPT => texts.DatabaseCorrupt,
        raw.SQLITE_NOTADB => texts.NotSqlite,
        raw.SQLITE_CANTOPEN => texts.CannotOpenFile,
        raw.SQLITE_PERM or raw.SQLITE_AUTH => texts.NoPermission,
        raw.SQLITE_NOMEM => texts.OutOfMemory,
        raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG => texts.UnfitValue(failure.SqliteExtendedErrorCode),
        raw.SQLITE_ERROR => texts.SqliteErrorMessage(failure.SqliteExtendedErrorCode, Words(failure)),
        _ => texts.SqliteErrorNumber(failure.SqliteExtendedErrorCode),
    };

    // Extracts the words between the quotes of "SQLite Error 1: 'no such table: mensajes'.".
    private static string Words(SqliteException failure)
    {
        var (first, last) = (failure.Message.IndexOf('\'', StringComparison.Ordinal), failure.Message.LastIndexOf('\''));
        return last > first ? failure.Message[(first + 1)..last] : failure.Message;
    }
}
