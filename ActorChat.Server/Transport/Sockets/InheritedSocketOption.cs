using System.Net.Sockets;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// An option of every connection of a port. On Linux a connection has from its birth what the listening socket has, so it is set there,
/// once, and not with a system call for each connection; elsewhere on each.
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

    /// <summary>Sets it.</summary>
    protected abstract void Set(Socket socket);
}
