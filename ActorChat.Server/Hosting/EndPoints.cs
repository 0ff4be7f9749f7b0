using System.Net;
using System.Net.Sockets;
using ActorChat.Server.Configuration;

namespace ActorChat.Server.Hosting;

/// <summary>Finds the addresses that a port's settings name.</summary>
internal static class EndPoints
{
    /// <summary>Where to listen; nowhere where the port is switched off. What another one of its addresses includes is left out.</summary>
    /// <param name="section">The section of the settings, for the error.</param>
    /// <param name="port">The settings.</param>
    /// <exception cref="UnknownHostException">A host name has no address.</exception>
    public static IReadOnlyList<IPEndPoint> Resolve(string section, PortSettings port) =>
        port.Enabled ? WithoutIncluded(port.Hosts.Select(host => new IPEndPoint(AddressOf(section, host), port.Port))) : [];

    /// <summary>An end point that both ports would have; null when there is none.</summary>
    public static IPEndPoint? FindShared(IReadOnlyList<IPEndPoint> first, IReadOnlyList<IPEndPoint> second) =>
        first.FirstOrDefault(one => one.Port != 0 && second.Any(other => Includes(one, other) || Includes(other, one)));

    // Two sockets for one address are refused by the system.
    private static List<IPEndPoint> WithoutIncluded(IEnumerable<IPEndPoint> endPoints)
    {
        var kept = new List<IPEndPoint>();
        foreach (var endPoint in endPoints)
        {
            if (kept.Exists(other => Includes(other, endPoint)))
                continue;
            kept.RemoveAll(other => Includes(endPoint, other));
            kept.Add(endPoint);
        }

        return kept;
    }

    // "::" is both families here.
    private static bool Includes(IPEndPoint one, IPEndPoint other) => one.Port == other.Port
        && (one.Address.Equals(other.Address)
            || one.Address.Equals(IPAddress.IPv6Any)
            || (one.Address.Equals(IPAddress.Any) && other.AddressFamily == AddressFamily.InterNetwork));

    // A name is tried as IPv4 first: localhost is 127.0.0.1 for the classic scripts.
    private static IPAddress AddressOf(string section, string host)
    {
        if (IPAddress.TryParse(host, out var literal))
            return literal.IsIPv4MappedToIPv6 ? literal.MapToIPv4() : literal;
        try
        {
            return Dns.GetHostAddresses(host).OrderBy(a => a.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).FirstOrDefault()
                ?? throw new SocketException((int)SocketError.NoData);
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException)
        {
            // The latter for names that are too long to be asked for.
            throw new UnknownHostException($"{section}.host", host, unknown);
        }
    }
}
