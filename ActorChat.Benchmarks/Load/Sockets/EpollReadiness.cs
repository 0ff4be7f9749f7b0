using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorChat.Benchmarks.Load.Sockets;

/// <summary>epoll(7), level-triggered.</summary>
internal sealed class EpollReadiness : IReadiness
{
    private const int AddIt = 1;
    private const int RemoveIt = 2;
    private const int ChangeIt = 3;
    private const uint In = 1;
    private const uint Out = 4;
    private const int MostAtOnce = 512;

    // struct epoll_event: flags (32 bits), then our token (64 bits), without a gap on x86-64 only.
    private static readonly int TokenAt = RuntimeInformation.ProcessArchitecture is Architecture.X64 ? 4 : 8;
    private static readonly int EventSize = TokenAt + 8;

    private readonly SafeFileHandle _epoll;
    private readonly byte[] _change = new byte[EventSize];
    private readonly byte[] _events = new byte[EventSize * MostAtOnce];
    private readonly long[] _time = new long[2];
    private bool _exact = true;

    public EpollReadiness() => _epoll = new SafeFileHandle(Checked(Libc.EpollCreate(Libc.CloseOnExec)), ownsHandle: true);

    /// <inheritdoc/>
    public void Add(Socket socket, int token, bool writable) => Control(AddIt, socket, token, writable);

    /// <inheritdoc/>
    public void Change(Socket socket, int token, bool writable) => Control(ChangeIt, socket, token, writable);

    /// <inheritdoc/>
    public void Remove(Socket socket) => Control(RemoveIt, socket, token: 0, writable: false);

    /// <inheritdoc/>
    public int Wait(Span<Ready> ready, TimeSpan time)
    {
        var count = Wait(Math.Min(ready.Length, MostAtOnce), time > TimeSpan.Zero ? time : TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            var entry = _events.AsSpan(i * EventSize);
            var flags = MemoryMarshal.Read<uint>(entry);
            ready[i] = new Ready(MemoryMarshal.Read<int>(entry[TokenAt..]), (flags & ~Out) != 0, (flags & Out) != 0);
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _epoll.Dispose();

    private int Wait(int most, TimeSpan time)
    {
        var count = _exact ? WaitExactly(most, time) : Libc.EpollWait(_epoll.DangerousGetHandle(), ref _events[0], most, (int)time.TotalMilliseconds);
        return count < 0 && Marshal.GetLastPInvokeError() == Libc.Interrupted ? 0 : Checked(count);
    }

    // epoll_wait counts in milliseconds, too coarse for a thousand messages a second. Where the exact call is missing (Linux before
    // 5.11), it is given whole milliseconds, rounded down, and the rest is spent looking.
    private int WaitExactly(int most, TimeSpan time)
    {
        _time[0] = (long)time.TotalSeconds;
        _time[1] = time.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick;
        try
        {
            var count = Libc.EpollWaitExactly(_epoll.DangerousGetHandle(), ref _events[0], most, ref _time[0], signals: 0);
            if (count >= 0 || Marshal.GetLastPInvokeError() != Libc.NotImplemented)
                return count;
        }
        catch (EntryPointNotFoundException)
        {
            // An older C library: as above.
        }

        _exact = false;
        return 0;
    }

    private void Control(int operation, Socket socket, int token, bool writable)
    {
        MemoryMarshal.Write(_change.AsSpan(TokenAt), (ulong)token);
        MemoryMarshal.Write(_change, In | (writable ? Out : 0));
        Checked(Libc.EpollControl(_epoll.DangerousGetHandle(), operation, socket.Handle, ref _change[0]));
    }

    private static int Checked(int result) => result < 0 ? throw new Win32Exception(Marshal.GetLastPInvokeError()) : result;
}
