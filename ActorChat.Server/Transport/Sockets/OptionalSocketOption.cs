using System.Net.Sockets;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>Sets options of sockets that not every system has: one that is missing is no reason to refuse a connection.</summary>
internal static class OptionalSocketOption
{
    /// <summary>Sets one that .NET has a name for.</summary>
    /// <exception cref="SocketException">Anything but that the system does not have it.</exception>
    public static void Set(Action option)
    {
        try
        {
            option();
        }
        catch (SocketException lacking) when (lacking.SocketErrorCode is SocketError.ProtocolOption or SocketError.OperationNotSupported)
        {
        }
    }

    /// <summary>Sets one of TCP that only Linux has, by its number in linux/tcp.h.</summary>
    /// <exception cref="SocketException">Anything but that the system does not have it.</exception>
    public static void SetOnLinux(Socket socket, int option, int value)
    {
        if (OperatingSystem.IsLinux())
            Set(() => socket.SetRawSocketOption((int)SocketOptionLevel.Tcp, option, BitConverter.GetBytes(value)));
    }
}
