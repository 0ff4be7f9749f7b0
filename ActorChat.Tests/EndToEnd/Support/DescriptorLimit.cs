using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ActorChat.Tests.EndToEnd.Support;

/// <summary>The number of files and sockets that another process may have open (Linux).</summary>
internal static class DescriptorLimit
{
    // RLIMIT_NOFILE, as of bits/resource.h.
    private const int NumberOfFiles = 7;

    /// <summary>How many a process has open.</summary>
    public static int Used(int process) => Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Count();

    /// <summary>Limits a process that runs: see man 2 prlimit. What it has open stays open.</summary>
    public static void Set(int process, int number)
    {
        var limit = new Limit((nuint)number, (nuint)number);
        if (prlimit(process, NumberOfFiles, ref limit, IntPtr.Zero) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int prlimit(int pid, int resource, ref Limit newLimit, IntPtr oldLimit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(nuint Soft, nuint Hard);
}
