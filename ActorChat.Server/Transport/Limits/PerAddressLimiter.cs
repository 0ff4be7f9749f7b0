using System.Net;
using System.Net.Sockets;

namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// How many connections there are from each address. IPv6 is counted by /64 network, which is what a household or a server gets:
/// by address, one machine could be as many as it likes. An IPv4 address is the same one when it comes mapped into IPv6.
/// </summary>
/// <param name="mostEach">The most for each; 0 for any number, and then nothing is counted.</param>
/// <param name="countsLoopback">Whether this machine's own addresses are counted.</param>
internal sealed class PerAddressLimiter(int mostEach, bool countsLoopback)
{
    private const int NetworkBytes = 8;

    private readonly Dictionary<IPAddress, int> _counts = [];

    /// <summary>How many addresses are counted at present.</summary>
    public int Count => _counts.Count;

    /// <summary>Counts one more. False when there are too many already.</summary>
    /// <param name="address">Who comes.</param>
    /// <param name="counted">What to give to <see cref="Release"/> in the end; null when this one is not counted.</param>
    public bool TryAcquire(IPAddress address, out IPAddress? counted)
    {
        counted = null;
        if (mostEach == 0)
            return true;
        var network = NetworkOf(address);
        if (!countsLoopback && IPAddress.IsLoopback(network))
            return true;
        var count = _counts.GetValueOrDefault(network);
        if (count >= mostEach)
            return false;
        _counts[network] = count + 1;
        counted = network;
        return true;
    }

    /// <summary>One that was counted has gone.</summary>
    public void Release(IPAddress counted)
    {
        var left = _counts[counted] - 1;
        if (left == 0)
            _counts.Remove(counted);
        else
            _counts[counted] = left;
    }

    /// <summary>What counts as one: an IPv4 address, a /64 network of IPv6, or this machine.</summary>
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
