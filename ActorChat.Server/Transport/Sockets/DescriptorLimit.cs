using System.Runtime.InteropServices;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>How many files and sockets the process may have open (RLIMIT_NOFILE). .NET has raised it to what the hard limit permits.</summary>
internal static class DescriptorLimit
{
    // Of sys/resource.h: on macOS, and on Linux.
    private static readonly int NumberOfFiles = OperatingSystem.IsMacOS() ? 8 : 7;

    /// <summary>The limit at present (<c>ulimit -n</c>); null where the system does not say.</summary>
    public static long? Read() =>
        !OperatingSystem.IsWindows() && GetLimit(NumberOfFiles, out var limit) == 0 ? (long)Math.Min(limit.Soft, int.MaxValue) : null;

    [DllImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetLimit(int resource, out ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ResourceLimit(nuint Soft, nuint Hard);
}
