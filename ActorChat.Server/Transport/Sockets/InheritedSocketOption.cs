using System.Net.Sockets;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// A socket option of every connection of a port. On Linux, connections inherit it from the listening socket, which saves a system call for
/// each. Elsewhere it is set on each connection.
/// </summary>
internal class InheritedSocketOption(Action<Socket> set) : Inet.SocketOption
{
    /// <summary>Sends small lines at once (TCP_NODELAY): Nagle's algorithm would delay each until the one before is acknowledged.</summary>
    public static readonly InheritedSocketOption NoDelay = new(socket => socket.NoDelay = true);

    /// <summary>
    /// Keeps urgent data in the stream (SO_OOBINLINE). Otherwise the DM of telnet's Synch (IAC DM) would be missing, and the IAC would swallow
    /// the byte after it.
    /// </summary>
    public static readonly InheritedSocketOption OutOfBandInline = new(
        socket => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.OutOfBandInline, true));

    /// <summary>
    /// Limits unsent bytes in the kernel (TCP_NOTSENT_LOWAT, Linux). Data for a slow reader then queues in our process, where it counts against
    /// max-queued. Bytes in flight are not limited, so throughput does not suffer.
    /// </summary>
    public static readonly InheritedSocketOption NotSentLowWatermark = new(
        socket => OptionalSocketOption.SetOnLinux(socket, TcpNotSentLowWatermark, MaxNotSent));

    // Constant of linux/tcp.h.
    private const int TcpNotSentLowWatermark = 25;

    // Twice the largest write, so that the kernel never runs dry between writes.
    private const int MaxNotSent = 128 * 1024;

    public override void BeforeServerSocketBind(Socket ss)
    {
        if (OperatingSystem.IsLinux())
            set(ss);
    }

    public override void AfterConnect(Socket s)
    {
        if (!OperatingSystem.IsLinux())
            set(s);
    }
}
