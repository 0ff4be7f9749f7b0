using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace ActorChat.Client.Posix;

/// <summary>The state of standard input and output that .NET does not expose.</summary>
internal static class Descriptor
{
    public const int Input = 0, Output = 1, Diagnostics = 2;

    /// <summary>What read(2) and write(2) say of a closed descriptor (EBADF of errno.h).</summary>
    public const int Bad = 9;

    // <poll.h>: the same on Linux, macOS and the BSDs.
    private const short Readable = 0x0001, Failed = 0x0008, HungUp = 0x0010;

    // <fcntl.h> and <errno.h>: likewise.
    private const int GetFlags = 1, CloseOnExec = 1, Interrupted = 4;

    /// <summary>
    /// Whether the process was started with <paramref name="descriptor"/>. Where it was closed (<c>&lt;&amp;-</c>), a file or socket of our
    /// own may have its number by now. Those close on exec; an inherited one does not.
    /// </summary>
    public static bool IsInherited(int descriptor) =>
        OperatingSystem.IsWindows() || Control(descriptor, GetFlags) is var flags and >= 0 && (flags & CloseOnExec) is 0;

    /// <summary>Waits for input.</summary>
    public static bool HasInput(int descriptor, TimeSpan timeout) => (Poll(descriptor, Readable, timeout) & Readable) != 0;

    /// <summary>Whether nobody reads the other end of this pipe or socket any more. Never on Windows.</summary>
    public static bool IsReaderGone(int descriptor) =>
        !OperatingSystem.IsWindows() && (Poll(descriptor, events: 0, TimeSpan.Zero) & (Failed | HungUp)) != 0;

    private static short Poll(int descriptor, short events, TimeSpan timeout)
    {
        var poll = new PollDescriptor { Descriptor = descriptor, Events = events };
        var until = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        while (true)
        {
            var count = Poll(ref poll, 1, (int)Math.Max(0, until - Environment.TickCount64));
            if (count >= 0)
                return count > 0 ? poll.Result : (short)0;

            // A signal (a resized window) ends the wait early.
            if (Marshal.GetLastPInvokeError() is not Interrupted)
                return 0;
        }
    }

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static extern int Poll(ref PollDescriptor poll, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int Control(int descriptor, int command);

    // struct pollfd
    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Result;
    }
}
