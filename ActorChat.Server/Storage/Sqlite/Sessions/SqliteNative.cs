using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorChat.Server.Storage.Sqlite.Sessions;

/// <summary>The native SQLite, as the package brings it.</summary>
internal static class SqliteNative
{
    // https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html#sqlitefcntlhasmoved
    private const int HasMovedOperation = 20;

    /// <summary>Its version, such as <c>3.53.3</c>, for the log at start.</summary>
    public static string Version
    {
        get
        {
            using var connection = new SqliteConnection();
            return connection.ServerVersion;
        }
    }

    /// <summary>
    /// Whether the database file is no longer the one at its path: deleted, moved, or another in its place. Costs one stat(2). Never so
    /// where files cannot be deleted while they are open.
    /// </summary>
    public static bool HasMoved(sqlite3 database)
    {
        var moved = 0;
        return FileControl(database, 0, HasMovedOperation, ref moved) == raw.SQLITE_OK && moved != 0;
    }

    // The package has no method for it. No name means the main database.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(sqlite3 database, nint name, int operation, ref int argument);
}
