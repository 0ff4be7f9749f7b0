using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorChat.Server.Output;

/// <summary>Accesses the file descriptors 0 to 2 directly, on Unix systems.</summary>
internal static class StandardDescriptor
{
    public const int Input = 0, Output = 1, Error = 2;

    // These numbers are the same on Linux, macOS and the BSDs, except EAGAIN.
    private const int GetFlags = 1, CloseOnExec = 1;
    private const int Interrupted = 4, BrokenPipe = 32;
    private const int TryAgain = 11, TryAgainOnMac = 35;
    private const short Writable = 0x0004;

    private static readonly List<SafeFileHandle> Placeholders = [];

    /// <summary>
    /// Whether the parent process passed this descriptor. If not (<c>&gt;&amp;-</c>), .NET may have opened its own file under
    /// the number, which must not be written to.
    /// </summary>
    public static bool IsInherited(int descriptor) => Control(descriptor, GetFlags) is >= 0 and var flags && (flags & CloseOnExec) == 0;

    /// <summary>Opens /dev/null for missing descriptors, so that no database or socket gets their numbers.</summary>
    public static void Reserve()
    {
        // The system assigns the lowest free number.
        foreach (var descriptor in new[] { Input, Output, Error }.Where(descriptor => Control(descriptor, GetFlags) < 0))
            Placeholders.Add(File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite));
    }

    /// <summary>Writes all bytes. A reader that has closed its pipe (<c>| head</c>) is not an error.</summary>
    /// <exception cref="IOException">The system refuses the write.</exception>
    public static void Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var written = Write(descriptor, ref MemoryMarshal.GetReference(bytes), bytes.Length);
            if (written >= 0)
                bytes = bytes[(int)written..];
            else if (!CanRetry(descriptor, Marshal.GetLastPInvokeError()))
                return;
        }
    }

    // Returns false when the reader is gone.
    private static bool CanRetry(int descriptor, int error)
    {
        switch (error)
        {
            case Interrupted:
                return true;
            case TryAgain or TryAgainOnMac:
                var request = new PollRequest { Descriptor = descriptor, Events = Writable };
                _ = Poll(ref request, 1, Timeout.Infinite);
                return true;
            case BrokenPipe:
                return false;
            default:
                throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Write(int descriptor, ref byte bytes, nint count);

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref PollRequest request, nuint count, int milliseconds);

    // struct pollfd
    [StructLayout(LayoutKind.Sequential)]
    private struct PollRequest
    {
        public int Descriptor;
        public short Events;
        public short ReturnedEvents;
    }
}
