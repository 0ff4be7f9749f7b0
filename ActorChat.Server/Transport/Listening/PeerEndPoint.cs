using System.Net;

namespace ActorChat.Server.Transport.Listening;

/// <summary>Where a peer is, in one form: what comes by IPv4 to a socket of both families is mapped into IPv6, as ::ffff:192.0.2.1.</summary>
internal static class PeerEndPoint
{
    /// <summary>Gives an IPv4 peer its IPv4 address.</summary>
    public static IPEndPoint Normalize(EndPoint peer) =>
        (IPEndPoint)peer is { Address.IsIPv4MappedToIPv6: true } mapped ? new IPEndPoint(mapped.Address.MapToIPv4(), mapped.Port) : (IPEndPoint)peer;
}
