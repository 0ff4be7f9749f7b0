using System.Net.Sockets;

namespace ActorChat.Server.Transport.Liveness;

/// <summary>What the kernel tells of a connection: <c>struct tcp_info</c> of linux/tcp.h. Linux only.</summary>
internal static class TcpInfo
{
    /// <summary>The bytes that are asked for. Older kernels give less, and leave the rest at zero.</summary>
    public const int Length = 152;

    // The number of the option.
    private const int Option = 11;

    /// <summary>Reads it. False when the connection has ended in the meantime.</summary>
    public static bool TryRead(Socket socket, Span<byte> info)
    {
        try
        {
            socket.GetRawSocketOption((int)SocketOptionLevel.Tcp, Option, info);
            return true;
        }
        catch (Exception over) when (IsOver(over))
        {
            return false;
        }
    }

    /// <summary>Whether this is what the socket of a connection throws that has ended in the meantime.</summary>
    public static bool IsOver(Exception exception) => exception is SocketException or ObjectDisposedException;
}
