using System.Runtime.InteropServices;

namespace ActorChat.Client.Posix;

/// <summary>What the system knows of standard input and output, and .NET does not tell.</summary>
internal static class Descriptor
{
    /// <summary>The numbers that every process has them under.</summary>
    public const int Input = 0, Output = 1, Diagnostics = 2;

    // <poll.h>: the same on Linux, macOS and the BSDs.
    private const short Readable = 0x0001, Failed = 0x0008, HungUp = 0x0010;

    // <fcntl.h> and <errno.h>: likewise.
    private const int GetFlags = 1, CloseOnExec = 1, BrokenOff = 4;

    /// <summary>
    /// Whether whoever started the program gave it <paramref name="descriptor"/>. Where it was closed (<c>&lt;&amp;-</c>), the number
    /// may be that of a file or socket of our own by now. Ours close on exec; one that came through an exec does not.
    /// </summary>
    public static bool IsGiven(int descriptor) =>
        OperatingSystem.IsWindows() || Control(descriptor, GetFlags) is var flags and >= 0 && (flags & CloseOnExec) is 0;

    /// <summary>Whether something can be read from <paramref name="descriptor"/>, waiting for it up to <paramref name="patience"/>.</summary>
    public static bool HasInput(int descriptor, TimeSpan patience) => (Ask(descriptor, Readable, patience) & Readable) != 0;

    /// <summary>Whether <paramref name="descriptor"/> is the end of a pipe or socket that nobody reads any more. Never on Windows.</summary>
    public static bool IsReaderGone(int descriptor) =>
        !OperatingSystem.IsWindows() && (Ask(descriptor, events: 0, TimeSpan.Zero) & (Failed | HungUp)) != 0;

    private static short Ask(int descriptor, short events, TimeSpan patience)
    {
        var question = new Question { Descriptor = descriptor, Events = events };
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (true)
        {
            var count = Poll(ref question, 1, (int)Math.Max(0, until - Environment.TickCount64));
            if (count >= 0)
                return count > 0 ? question.Answer : (short)0;

            // A signal (the window has another size) ends the wait early.
            if (Marshal.GetLastPInvokeError() is not BrokenOff)
                return 0;
        }
    }

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref Question question, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command);

    // struct pollfd
    [StructLayout(LayoutKind.Sequential)]
    private struct Question
    {
        public int Descriptor;
        public short Events;
        public short Answer;
    }
}
