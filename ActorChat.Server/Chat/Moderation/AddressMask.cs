using System.Net;
using System.Net.Sockets;

namespace ActorChat.Server.Chat.Moderation;

/// <summary>A network of addresses, such as <c>10.0.0.0/8</c>, or a single one.</summary>
internal static class AddressMask
{
    // A wider one would keep out a good part of everybody.
    private const int WidestV4 = 8, WidestV6 = 16;

    /// <summary>Whether a text is meant as an address or a network, and not as a nickname (which may have digits and dots).</summary>
    public static bool IsMeant(string text) =>
        text.Contains('/') || text.Contains(':') || (text.Count(c => c == '.') == 3 && IPAddress.TryParse(text, out _));

    /// <summary>Parses a network; bits behind the mask do not matter.</summary>
    public static bool TryParse(string text, out IPNetwork network)
    {
        network = default;
        var slash = text.IndexOf('/');
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var typed) || typed.ScopeIdOf() != 0)
            return false;
        var address = Unmap(typed);
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var length = bits;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), System.Globalization.NumberStyles.None, null, out length) || length > bits))
            return false;
        network = new IPNetwork(Cut(address, length), length);
        return true;
    }

    /// <summary>Whether no bit is set behind the mask: another network than the one meant would be banned.</summary>
    public static bool IsExact(string text, IPNetwork network) => Unmap(IPAddress.Parse(text.Split('/')[0])).Equals(network.BaseAddress);

    /// <summary>Whether a network has more addresses than anybody should ban.</summary>
    public static bool IsTooWide(IPNetwork network) =>
        network.PrefixLength < (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? WidestV4 : WidestV6);

    /// <summary>The canonical text: a single address has no length.</summary>
    public static string Format(IPNetwork network) =>
        network.PrefixLength == network.BaseAddress.GetAddressBytes().Length * 8 ? network.BaseAddress.ToString() : network.ToString();

    /// <summary>An IPv4 address that comes in by an IPv6 socket, as itself.</summary>
    public static IPAddress Unmap(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPAddress Cut(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] &= (byte)~(0xFF >> Math.Clamp(length - (i * 8), 0, 8));
        return new IPAddress(bytes);
    }

    private static long ScopeIdOf(this IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ScopeId : 0;
}
