using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ActorChat.Server.Net.Doors;

/// <summary>
/// The files and sockets that the process may have open. Some are kept for what cannot do without: the database, and .NET itself,
/// which ends the process when it gets none.
/// </summary>
internal static class Descriptors
{
    /// <summary>How many are kept.</summary>
    public const int Reserve = 48;

    // Of sys/resource.h: on Linux, and on macOS.
    private static readonly int NumberOfFiles = OperatingSystem.IsMacOS() ? 8 : 7;

    /// <summary>
    /// Whether this socket should not have been accepted. The system always gives the lowest number that is free: all below its
    /// number are in use. Always false where there are no such numbers.
    /// </summary>
    public static bool AreShort(Socket accepted) =>
        !OperatingSystem.IsWindows() && Limit() is { } limit && accepted.SafeHandle.DangerousGetHandle() >= limit - Reserve;

    /// <summary>How many there may be at present (<c>ulimit -n</c>); null where the system does not say.</summary>
    public static long? Limit() => GetLimit(NumberOfFiles, out var limit) == 0 ? (long)Math.Min(limit.Soft, int.MaxValue) : null;

    [DllImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetLimit(int resource, out ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ResourceLimit(nuint Soft, nuint Hard);
}
