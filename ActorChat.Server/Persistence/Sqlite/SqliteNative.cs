using System.Runtime.InteropServices;
using SQLitePCL;

namespace ActorChat.Server.Persistence.Sqlite;

/// <summary>
/// Chooses the native SQLite, once in a process and before its first connection. The embedded package carries one of 2021; a
/// system's own, where it is newer, has the security fixes since. The upstream package is kept up to date itself.
/// </summary>
internal static class SqliteNative
{
    private const string PackageLibrary = "e_sqlite3";

    private static readonly Lazy<(SqliteLibrary Library, nint Handle)> Chosen = new(Choose);

    /// <summary>The library in use; the first read, by whatever thread, loads it.</summary>
    public static SqliteLibrary Library => Chosen.Value.Library;

    /// <summary>The same, as <see cref="NativeLibrary"/> takes it.</summary>
    public static nint Handle => Chosen.Value.Handle;

    private static (SqliteLibrary Library, nint Handle) Choose()
    {
        Batteries_V2.Init();
        var package = NativeLibrary.Load(PackageLibrary, typeof(SQLite3Provider_e_sqlite3).Assembly, searchPath: null);
        return (new SqliteLibrary(raw.sqlite3_libversion().utf8_to_string(), PackageLibrary), package);
    }
}
