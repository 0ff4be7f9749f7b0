using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Hosting;

/// <summary>Tells how other computers reach the server: addresses to type there, ports to open in the firewall here.</summary>
internal static class Reachability
{
    /// <summary>Returns one line; null when only this machine can connect. Otherwise finds the addresses of this machine.</summary>
    public static string? Describe(
        IReadOnlyList<IPEndPoint> plain, IReadOnlyList<IPEndPoint> encrypted, Func<IReadOnlyList<IPAddress>> findOwn, Texts texts)
    {
        var (external, outside) = (External(plain).Concat(External(encrypted)).ToList(), External(encrypted).Count());
        if (external.Count == 0)
            return null;
        var own = findOwn();
        var addresses = external.SelectMany(endPoint => AddressesOf(endPoint.Address, own)).Distinct().ToList();
        var ports = external.Select(endPoint => $"{endPoint.Port}/tcp").Distinct();
        if (addresses.Count == 0)
            return texts.ReachableNowhere;
        var encryption = outside == 0 ? texts.NothingIsEncrypted : outside == external.Count ? texts.AllIsEncrypted : texts.SomeIsEncrypted;
        return texts.ReachableAt(string.Join(", ", addresses), string.Join(", ", ports), encryption);
    }

    /// <summary>The addresses of this machine in networks with a gateway, or else in all networks that are up.</summary>
    public static IReadOnlyList<IPAddress> OwnAddresses()
    {
        try
        {
            var networks = NetworkInterface.GetAllNetworkInterfaces()
                .Where(network => network is { OperationalStatus: not OperationalStatus.Down, NetworkInterfaceType: not NetworkInterfaceType.Loopback })
                .Select(network => network.GetIPProperties()).ToList();
            var withGateway = networks.Where(network => network.GatewayAddresses.Count > 0).ToList();
            return [.. (withGateway.Count > 0 ? withGateway : networks).SelectMany(network => network.UnicastAddresses).Select(unicast => unicast.Address)
                .Where(address => !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal)];
        }
        catch (NetworkInformationException)
        {
            // A sandbox may hide the networks. The line then says that no address is known.
            return [];
        }
    }

    private static IEnumerable<IPEndPoint> External(IReadOnlyList<IPEndPoint> listening) =>
        listening.Where(endPoint => !IPAddress.IsLoopback(endPoint.Address));

    private static IEnumerable<IPAddress> AddressesOf(IPAddress address, IReadOnlyList<IPAddress> own) =>
        address.Equals(IPAddress.IPv6Any) ? own
        : address.Equals(IPAddress.Any) ? own.Where(one => one.AddressFamily == AddressFamily.InterNetwork)
        : [address];
}
