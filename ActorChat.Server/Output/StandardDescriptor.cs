using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorChat.Server.Output;

/// <summary>The descriptors 0 to 2 of the process, on systems of the Unix kind, as the kernel has them.</summary>
internal static class StandardDescriptor
{
    /// <summary>Their numbers.</summary>
    public const int Input = 0, Output = 1, Error = 2;

    // The same numbers on Linux, macOS and the BSDs.
    private const int GetFlags = 1, CloseOnExec = 1;
    private const int Interrupted = 4, BrokenPipe = 32;
    private const int TryAgain = 11, TryAgainOfMac = 35;
    private const short Writable = 0x0004;

    private static readonly List<SafeFileHandle> Placeholders = [];

    /// <summary>
    /// Whether whoever started the process gave it this descriptor. Where none was given (<c>&gt;&amp;-</c>), .NET may have something of
    /// its own there by now: nothing must be written to that.
    /// </summary>
    public static bool IsInherited(int descriptor) => Control(descriptor, GetFlags) is >= 0 and var flags && (flags & CloseOnExec) == 0;

    /// <summary>Puts /dev/null in the place of those that are not there, so that no database or socket is opened under their numbers.</summary>
    public static void Reserve()
    {
        // The system gives the lowest free number.
        foreach (var descriptor in new[] { Input, Output, Error }.Where(descriptor => Control(descriptor, GetFlags) < 0))
            Placeholders.Add(File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite));
    }

    /// <summary>Writes all of it. A reader that has had enough (<c>| head</c>) is no failure.</summary>
    /// <exception cref="IOException">The system refuses it.</exception>
    public static void Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var written = Write(descriptor, ref MemoryMarshal.GetReference(bytes), bytes.Length);
            if (written >= 0)
                bytes = bytes[(int)written..];
            else if (!TryGoOn(descriptor, Marshal.GetLastPInvokeError()))
                return;
        }
    }

    // False when there is nobody to write for.
    private static bool TryGoOn(int descriptor, int error)
    {
        switch (error)
        {
            case Interrupted:
                return true;
            case TryAgain or TryAgainOfMac:
                var question = new Question { Descriptor = descriptor, Events = Writable };
                _ = Poll(ref question, 1, Timeout.Infinite);
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
    private static extern int Poll(ref Question question, nuint count, int milliseconds);

    // struct pollfd
    [StructLayout(LayoutKind.Sequential)]
    private struct Question
    {
        public int Descriptor;
        public short Events;
        public short Answer;
    }
}
