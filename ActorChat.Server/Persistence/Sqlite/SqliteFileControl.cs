using System.Runtime.InteropServices;
using SQLitePCL;

namespace ActorChat.Server.Persistence.Sqlite;

/// <summary>What only <c>sqlite3_file_control</c> can tell, which the package has no method for.</summary>
internal static class SqliteFileControl
{
    // https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html#sqlitefcntlhasmoved
    private const int HasMovedOperation = 20;

    private static readonly Lazy<Native> FileControl = new(() =>
        Marshal.GetDelegateForFunctionPointer<Native>(NativeLibrary.GetExport(SqliteNative.Handle, "sqlite3_file_control")));

    /// <summary>
    /// Whether the database file is no longer the one at its path: deleted, moved, or another in its place. Costs one stat(2). Never so
    /// where files cannot be deleted while they are open.
    /// </summary>
    public static bool HasMoved(sqlite3 database)
    {
        var moved = 0;
        return FileControl.Value(database, 0, HasMovedOperation, ref moved) == raw.SQLITE_OK && moved != 0;
    }

    /// <summary><c>int sqlite3_file_control(sqlite3*, const char *zDbName, int op, void*)</c>; no name means the main database.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Native(sqlite3 database, nint name, int operation, ref int argument);
}
