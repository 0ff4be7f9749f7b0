using System.Net;
using System.Net.Sockets;
using ActorChat.Server.Configuration;

namespace ActorChat.Server.Hosting;

/// <summary>Finds the address that a port's settings name.</summary>
internal static class EndPoints
{
    /// <summary>Where to listen; null where the port is switched off.</summary>
    /// <exception cref="SocketException">The host name has no address.</exception>
    public static IPEndPoint? Resolve(PortSettings port) => port.Enabled ? new IPEndPoint(AddressOf(port.Host), port.Port) : null;

    // A name is tried as IPv4 first: localhost is 127.0.0.1 for the classic scripts.
    private static IPAddress AddressOf(string host) => IPAddress.TryParse(host, out var literal)
        ? literal
        : Dns.GetHostAddresses(host).OrderBy(a => a.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).First();
}
