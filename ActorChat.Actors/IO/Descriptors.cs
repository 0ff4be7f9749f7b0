using System.Runtime.InteropServices;

namespace Akka.IO;

/// <summary>
/// Whether the process comes near the end of its file descriptors (RLIMIT_NOFILE). .NET itself needs some while it works, and does
/// not outlive not getting them: it opens a pipe for every thread that it starts, and aborts the process when it cannot. So the last
/// ones are not for connections. Known on Linux only; elsewhere there is always enough.
/// </summary>
internal static class Descriptors
{
    // For some threads, and for a database that is opened again.
    private const int Spare = 32;

    // RLIMIT_NOFILE on Linux, as of bits/resource.h.
    private const int NumberOfFiles = 7;

    /// <summary>Whether somebody who has just been given this descriptor should be the last for now: the lowest free one is given out.</summary>
    public static bool AreShortAt(SafeHandle descriptor) => descriptor.DangerousGetHandle() >= Limit() - Spare;

    /// <summary>Whether they are short now; opens and closes a file to find out.</summary>
    public static bool AreShort()
    {
        try
        {
            using var probe = File.OpenHandle("/dev/null");
            return AreShortAt(probe);
        }
        catch (IOException)
        {
            // None is left at all.
            return true;
        }
    }

    // Asked each time, as it can be changed from outside (prlimit).
    private static long Limit() =>
        OperatingSystem.IsLinux() && getrlimit(NumberOfFiles, out var limit) == 0 && limit.Soft <= long.MaxValue ? (long)limit.Soft : long.MaxValue;

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getrlimit(int resource, out ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ResourceLimit(nuint Soft, nuint Hard);
}
