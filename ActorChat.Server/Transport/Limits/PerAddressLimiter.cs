using System.Net;
using System.Net.Sockets;

namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// Counts the connections of each address. Counts IPv6 by /64 network, the usual allocation of a household or a server: one machine has
/// countless addresses in it. Counts an IPv4-mapped address as its IPv4 address. A maximum of 0 is none.
/// </summary>
internal sealed class PerAddressLimiter(int maxEach, bool countsLoopback)
{
    private const int NetworkBytes = 8;

    private readonly Dictionary<IPAddress, int> _counts = [];

    /// <summary>The number of addresses with connections.</summary>
    public int Count => _counts.Count;

    /// <summary>Counts a connection, for <see cref="Release"/> as <paramref name="counted"/> if at all. False if the maximum is reached.</summary>
    public bool TryAcquire(IPAddress address, out IPAddress? counted)
    {
        counted = null;
        if (maxEach == 0)
            return true;
        var network = NetworkOf(address);
        if (!countsLoopback && IPAddress.IsLoopback(network))
            return true;
        var count = _counts.GetValueOrDefault(network);
        if (count >= maxEach)
            return false;
        _counts[network] = count + 1;
        counted = network;
        return true;
    }

    public void Release(IPAddress counted)
    {
        var left = _counts[counted] - 1;
        if (left == 0)
            _counts.Remove(counted);
        else
            _counts[counted] = left;
    }

    /// <summary>The unit that is counted: an IPv4 address, an IPv6 /64 network, or loopback.</summary>
    internal static IPAddress NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
