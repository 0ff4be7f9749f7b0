using System.Net.Sockets;
using System.Runtime.InteropServices;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Blocks new connections to an open port, by a packet filter. Akka loses connections accepted before its <c>Bound</c> is handled, or after
/// <c>Unbind</c>. Blocked clients retry by TCP a second later. Linux only.
/// </summary>
internal sealed class ListenGate : Inet.SocketOption
{
    // Constants of asm-generic/socket.h.
    private const int SocketLevel = 1, AttachFilter = 26, DetachFilter = 27;

    // One instruction of linux/filter.h, "return 0", which drops the packet: code, jumps, value.
    private static readonly byte[] DropAll = [0x06, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00];

    private Socket? _listening;

    public override void BeforeServerSocketBind(Socket ss)
    {
        _listening = ss;
        Close();
    }

    public void Open() => SetOnLinux(DetachFilter, [0, 0, 0, 0]);

    /// <summary>Blocks new connections. Established ones are still accepted.</summary>
    public void Close()
    {
        var program = GCHandle.Alloc(DropAll, GCHandleType.Pinned);
        try
        {
            // struct sock_fprog: number of instructions, padding, pointer to them.
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
        // Where something else than Akka binds the port, there is no such socket, and nothing is lost.
        if (!OperatingSystem.IsLinux() || _listening is null)
            return;
        try
        {
            _listening.SetRawSocketOption(SocketLevel, option, value);
        }
        catch (SocketException)
        {
            // Stays open if the kernel lacks filters or a sandbox forbids them, as on other systems.
        }
    }
}
