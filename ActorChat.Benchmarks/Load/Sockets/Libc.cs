using System.Runtime.InteropServices;

namespace ActorChat.Benchmarks.Load.Sockets;

/// <summary>The few calls of Linux that .NET has no name for. All give -1 and set errno where they fail.</summary>
internal static class Libc
{
    public const int CloseOnExec = 0x80000;
    public const int Interrupted = 4;
    public const int InProgress = 115;
    public const int NotImplemented = 38;

    [DllImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int EpollCreate(int flags);

    [DllImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int EpollControl(nint epoll, int operation, nint descriptor, ref byte change);

    /// <param name="epoll">From <see cref="EpollCreate"/>.</param>
    /// <param name="events">Takes them.</param>
    /// <param name="most">How many fit.</param>
    /// <param name="time">The first of two: seconds and nanoseconds.</param>
    /// <param name="signals">0: the signal mask stays.</param>
    [DllImport("libc", EntryPoint = "epoll_pwait2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int EpollWaitExactly(nint epoll, ref byte events, int most, ref long time, nint signals);

    [DllImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int EpollWait(nint epoll, ref byte events, int most, int milliseconds);

    [DllImport("libc", EntryPoint = "connect", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Connect(nint descriptor, ref byte address, uint length);
}
