using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Hosting;

/// <summary>What to know of a server that is open to other computers: what is to be typed there, and what is to be opened here.</summary>
internal static class Reachability
{
    /// <summary>One line about it; null where only this machine can connect.</summary>
    /// <param name="open">Where the server listens.</param>
    /// <param name="findOwn">Gives the addresses of this machine in its networks; asked only where others can connect.</param>
    /// <param name="texts">The language.</param>
    public static string? Describe(IReadOnlyList<IPEndPoint> open, Func<IReadOnlyList<IPAddress>> findOwn, Texts texts)
    {
        var beyond = open.Where(endPoint => !IPAddress.IsLoopback(endPoint.Address)).ToList();
        if (beyond.Count == 0)
            return null;
        var own = findOwn();
        var addresses = beyond.SelectMany(endPoint => AddressesOf(endPoint.Address, own)).Distinct().ToList();
        var ports = beyond.Select(endPoint => $"{endPoint.Port}/tcp").Distinct();
        return addresses.Count == 0 ? texts.ReachableNowhere : texts.ReachableAt(string.Join(", ", addresses), string.Join(", ", ports));
    }

    /// <summary>The addresses of this machine that others may know: those of networks with a way out, or else of all that are up.</summary>
    public static IReadOnlyList<IPAddress> OwnAddresses()
    {
        try
        {
            var networks = NetworkInterface.GetAllNetworkInterfaces()
                .Where(network => network is { OperationalStatus: not OperationalStatus.Down, NetworkInterfaceType: not NetworkInterfaceType.Loopback })
                .Select(network => network.GetIPProperties()).ToList();
            var withWayOut = networks.Where(network => network.GatewayAddresses.Count > 0).ToList();
            return [.. (withWayOut.Count > 0 ? withWayOut : networks).SelectMany(network => network.UnicastAddresses).Select(unicast => unicast.Address)
                .Where(address => !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal)];
        }
        catch (NetworkInformationException)
        {
            // A sandbox may hide the networks: the server works all the same, and the line says that no address is known.
            return [];
        }
    }

    private static IEnumerable<IPAddress> AddressesOf(IPAddress address, IReadOnlyList<IPAddress> own) =>
        address.Equals(IPAddress.IPv6Any) ? own
        : address.Equals(IPAddress.Any) ? own.Where(one => one.AddressFamily == AddressFamily.InterNetwork)
        : [address];
}
