using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Makes "::" accept IPv4 too, whatever the system's default is (IPV6_V6ONLY): operators expect it to mean every address.
/// </summary>
internal sealed class DualStack(IPAddress address) : Inet.SocketOption
{
    public override void BeforeServerSocketBind(Socket ss)
    {
        if (address.Equals(IPAddress.IPv6Any))
            ss.DualMode = true;
    }
}
