using System.Net.Sockets;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// A socket option of every connection of a port. On Linux, connections inherit it from the listening socket, which saves a system call for
/// each. Elsewhere it is set on each connection.
/// </summary>
internal abstract class InheritedSocketOption : Inet.SocketOption
{
    /// <inheritdoc/>
    public sealed override void BeforeServerSocketBind(Socket ss)
    {
        if (OperatingSystem.IsLinux())
            Set(ss);
    }

    /// <inheritdoc/>
    public sealed override void AfterConnect(Socket s)
    {
        if (!OperatingSystem.IsLinux())
            Set(s);
    }

    protected abstract void Set(Socket socket);
}

/// <summary>Sends small lines at once (TCP_NODELAY): Nagle's algorithm would delay each until the one before is acknowledged.</summary>
internal sealed class NoDelay : InheritedSocketOption
{
    /// <inheritdoc/>
    protected override void Set(Socket socket) => socket.NoDelay = true;
}

/// <summary>
/// Keeps urgent data in the stream (SO_OOBINLINE). Otherwise the DM of telnet's Synch (IAC DM) would be missing, and the IAC would swallow the
/// byte after it.
/// </summary>
internal sealed class OutOfBandInline : InheritedSocketOption
{
    /// <inheritdoc/>
    protected override void Set(Socket socket) => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.OutOfBandInline, true);
}
