using System.Runtime.InteropServices;
using SQLitePCL;
#if !UPSTREAM
using System.Reflection;
#endif

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

#if UPSTREAM
    private static (SqliteLibrary Library, nint Handle) Choose()
    {
        Batteries_V2.Init();
        var package = NativeLibrary.Load(PackageLibrary, typeof(SQLite3Provider_e_sqlite3).Assembly, searchPath: null);
        return (new SqliteLibrary(raw.sqlite3_libversion().utf8_to_string(), PackageLibrary), package);
    }
#else
    private const string SystemLibrary = "libsqlite3.so.0";

    private static (SqliteLibrary Library, nint Handle) Choose()
    {
        var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        var system = NewerSystemLibrary(provider);
        if (system != 0)
            NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == PackageLibrary ? system : 0);

        Batteries_V2.Init();
        var handle = system != 0 ? system : NativeLibrary.Load(PackageLibrary, provider, searchPath: null);
        return (new SqliteLibrary(raw.sqlite3_libversion().utf8_to_string(), system != 0 ? SystemLibrary : PackageLibrary), handle);
    }

    /// <summary>A handle to the system's library if it is newer than the package's; otherwise 0.</summary>
    private static nint NewerSystemLibrary(Assembly provider)
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad(SystemLibrary, out var system))
            return 0;
        if (VersionNumber(system) > PackageVersionNumber(provider))
            return system;
        NativeLibrary.Free(system);
        return 0;
    }

    /// <summary>The package has no library for some systems (musl): 0 then, so that the system's own serves.</summary>
    private static int PackageVersionNumber(Assembly provider)
    {
        if (!NativeLibrary.TryLoad(PackageLibrary, provider, searchPath: null, out var package))
            return 0;
        var number = VersionNumber(package);
        NativeLibrary.Free(package);
        return number;
    }

    private static int VersionNumber(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var export)
            ? Marshal.GetDelegateForFunctionPointer<LibVersionNumber>(export)()
            : 0;

    /// <summary><c>int sqlite3_libversion_number(void)</c>: 3040001 for 3.40.1.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int LibVersionNumber();
#endif
}
