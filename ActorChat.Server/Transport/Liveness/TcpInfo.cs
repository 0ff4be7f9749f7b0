using System.Net.Sockets;

namespace ActorChat.Server.Transport.Liveness;

/// <summary>Reads <c>struct tcp_info</c> of linux/tcp.h. Linux only.</summary>
internal static class TcpInfo
{
    /// <summary>The bytes requested. Older kernels fill fewer and leave the rest zero.</summary>
    public const int Length = 152;

    // TCP_INFO.
    private const int Option = 11;

    /// <summary>Reads the structure. False if the connection has ended.</summary>
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

    /// <summary>Whether the exception means that the connection has ended.</summary>
    public static bool IsOver(Exception exception) => exception is SocketException or ObjectDisposedException;
}
