using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Makes "::" accept IPv4 too, whatever the system's default is (IPV6_V6ONLY): operators expect it to mean every address.
/// </summary>
internal sealed class DualStack : Inet.SocketOption
{
    private readonly bool _isEveryAddress;

    /// <param name="address">The address to listen on.</param>
    public DualStack(IPAddress address) => _isEveryAddress = address.Equals(IPAddress.IPv6Any);

    /// <inheritdoc/>
    public override void BeforeServerSocketBind(Socket ss)
    {
        if (_isEveryAddress)
            ss.DualMode = true;
    }
}
