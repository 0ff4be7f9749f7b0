using System.Net;

namespace ActorChat.Server.Transport.Listening;

/// <summary>Normalizes peer addresses: a dual-stack socket reports IPv4 clients as ::ffff:192.0.2.1.</summary>
internal static class PeerEndPoint
{
    /// <summary>Converts an IPv4-mapped address to IPv4.</summary>
    public static IPEndPoint Normalize(EndPoint peer) =>
        (IPEndPoint)peer is { Address.IsIPv4MappedToIPv6: true } mapped ? new IPEndPoint(mapped.Address.MapToIPv4(), mapped.Port) : (IPEndPoint)peer;
}
