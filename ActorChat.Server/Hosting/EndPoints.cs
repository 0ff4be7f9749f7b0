using System.Net;
using System.Net.Sockets;
using ActorChat.Server.Configuration;

namespace ActorChat.Server.Hosting;

/// <summary>Resolves the hosts of the settings.</summary>
internal static class EndPoints
{
    /// <summary>Returns the end points without those that others include; none for a disabled port.</summary>
    /// <exception cref="UnknownHostException">A host name has no address.</exception>
    public static IReadOnlyList<IPEndPoint> Resolve(string section, PortSettings port) =>
        port.Enabled ? WithoutIncluded(port.Hosts.Select(host => new IPEndPoint(AddressOf(section, host), port.Port))) : [];

    /// <summary>Finds an end point of the first port that overlaps with the second port.</summary>
    public static IPEndPoint? FindShared(IReadOnlyList<IPEndPoint> first, IReadOnlyList<IPEndPoint> second) =>
        first.FirstOrDefault(one => one.Port != 0 && second.Any(other => Includes(one, other) || Includes(other, one)));

    // The system refuses a second socket for the same address.
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

    // Sockets are dual-stack: "::" includes IPv4.
    private static bool Includes(IPEndPoint one, IPEndPoint other) => one.Port == other.Port
        && (one.Address.Equals(other.Address)
            || one.Address.Equals(IPAddress.IPv6Any)
            || (one.Address.Equals(IPAddress.Any) && other.AddressFamily == AddressFamily.InterNetwork));

    // Prefers IPv4: the classic scripts expect localhost to be 127.0.0.1.
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
            // Dns throws ArgumentException for names that are too long.
            throw new UnknownHostException($"{section}.host", host, unknown);
        }
    }
}

/// <summary>A setting names a host that has no address.</summary>
internal sealed class UnknownHostException(string key, string host, Exception cause) : Exception(cause.Message, cause)
{
    public string Key => key;

    public string Host => host;
}
