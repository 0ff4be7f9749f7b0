using System.Net.Sockets;
using System.Runtime.InteropServices;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Lets nobody connect to a port that is open already, or still. Akka loses whoever it accepts before it has told that the port is open,
/// or after it was told to close it. Whoever comes meanwhile tries again by TCP itself, a second later. Linux only.
/// </summary>
internal sealed class ListenGate : Inet.SocketOption
{
    // Of asm-generic/socket.h.
    private const int SocketLevel = 1, AttachFilter = 26, DetachFilter = 27;

    // One instruction of linux/filter.h: return 0, which drops the packet. Code, no jumps, value.
    private static readonly byte[] DropAll = [0x06, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00];

    private Socket? _listening;

    /// <inheritdoc/>
    public override void BeforeServerSocketBind(Socket ss)
    {
        _listening = ss;
        Close();
    }

    /// <summary>Lets everybody connect.</summary>
    public void Open() => SetOnLinux(DetachFilter, [0, 0, 0, 0]);

    /// <summary>Lets nobody connect any more. Those who have are still accepted.</summary>
    public void Close()
    {
        var program = GCHandle.Alloc(DropAll, GCHandleType.Pinned);
        try
        {
            // struct sock_fprog: the number of instructions, padding, and where they are.
            Span<byte> value = stackalloc byte[2 * IntPtr.Size];
            BitConverter.TryWriteBytes(value, (ushort)1);
            MemoryMarshal.Write(value[IntPtr.Size..], program.AddrOfPinnedObject());
            SetOnLinux(AttachFilter, value);
        }
        finally
        {
            program.Free();
        }
    }

    private void SetOnLinux(int option, ReadOnlySpan<byte> value)
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _listening!.SetRawSocketOption(SocketLevel, option, value);
        }
        catch (SocketException)
        {
            // A kernel without filters, or a sandbox that forbids them: there the gate stands open, as everywhere else.
        }
    }
}
