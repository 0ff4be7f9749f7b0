using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Lets "::", every address, mean every address of both families, whatever the system's default is (IPV6_V6ONLY): who writes it does not
/// want to lock out those who come by IPv4.
/// </summary>
internal sealed class DualStack : Inet.SocketOption
{
    private readonly bool _isEveryAddress;

    /// <param name="address">What the socket is to listen on.</param>
    public DualStack(IPAddress address) => _isEveryAddress = address.Equals(IPAddress.IPv6Any);

    /// <inheritdoc/>
    public override void BeforeServerSocketBind(Socket ss)
    {
        if (_isEveryAddress)
            ss.DualMode = true;
    }
}
