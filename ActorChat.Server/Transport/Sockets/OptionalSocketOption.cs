using System.Net.Sockets;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>Sets socket options that some systems lack. A missing one must not fail the connection.</summary>
internal static class OptionalSocketOption
{
    /// <summary>Sets an option that .NET has a name for.</summary>
    /// <exception cref="SocketException">Any error except an unsupported option.</exception>
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

    /// <summary>Sets a Linux TCP option by its number in linux/tcp.h.</summary>
    /// <exception cref="SocketException">Any error except an unsupported option.</exception>
    public static void SetOnLinux(Socket socket, int option, int value)
    {
        if (OperatingSystem.IsLinux())
            Set(() => socket.SetRawSocketOption((int)SocketOptionLevel.Tcp, option, BitConverter.GetBytes(value)));
    }
}
