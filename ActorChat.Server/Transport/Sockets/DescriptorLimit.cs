using System.Runtime.InteropServices;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>The limit of open file descriptors (RLIMIT_NOFILE). .NET raises it to the hard limit.</summary>
internal static class DescriptorLimit
{
    // RLIMIT_NOFILE of sys/resource.h, on macOS and on Linux.
    private static readonly int NumberOfFiles = OperatingSystem.IsMacOS() ? 8 : 7;

    /// <summary>Reads the limit (<c>ulimit -n</c>); null if the system has none.</summary>
    public static long? Read() =>
        !OperatingSystem.IsWindows() && GetLimit(NumberOfFiles, out var limit) == 0 ? (long)Math.Min(limit.Soft, int.MaxValue) : null;

    [DllImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetLimit(int resource, out ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ResourceLimit(nuint Soft, nuint Hard);
}
