using System.Runtime.InteropServices;

namespace ActorChat.Client.Posix;

/// <summary>What poll(2) knows of standard input and output, and .NET does not tell.</summary>
internal static class Descriptor
{
    /// <summary>The numbers that every process has them under.</summary>
    public const int Input = 0, Output = 1, Error = 2;

    // <poll.h>: the same on Linux, macOS and the BSDs.
    private const short Readable = 0x0001, Failed = 0x0008, HungUp = 0x0010;

    // <fcntl.h>: likewise.
    private const int GetFlags = 1, CloseOnExec = 1;

    /// <summary>
    /// Whether whoever started the process gave it this descriptor. Where none was given (<c>&gt;&amp;-</c>), .NET may have something of
    /// its own there by now: nothing must be written to that.
    /// </summary>
    public static bool IsInherited(int descriptor) =>
        OperatingSystem.IsWindows() || (Control(descriptor, GetFlags) is >= 0 and var flags && (flags & CloseOnExec) == 0);

    /// <summary>Whether something can be read from <paramref name="descriptor"/>, waiting for it up to <paramref name="patience"/>.</summary>
    public static bool HasInput(int descriptor, TimeSpan patience) => (Ask(descriptor, Readable, patience) & Readable) != 0;

    /// <summary>Whether <paramref name="descriptor"/> is the end of a pipe or socket that nobody reads any more. Never on Windows.</summary>
    public static bool IsReaderGone(int descriptor) =>
        !OperatingSystem.IsWindows() && (Ask(descriptor, events: 0, TimeSpan.Zero) & (Failed | HungUp)) != 0;

    private static short Ask(int descriptor, short events, TimeSpan patience)
    {
        var question = new Question { Descriptor = descriptor, Events = events };
        return Poll(ref question, 1, (int)patience.TotalMilliseconds) > 0 ? question.Answer : (short)0;
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command);

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
