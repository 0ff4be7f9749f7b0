using System.Globalization;

namespace ActorChat.Benchmarks.Load.Arguments;

/// <summary>A server as it is typed: <c>HOST:PORT</c>, the host in brackets where it is an IPv6 address.</summary>
internal static class ServerName
{
    /// <summary>Takes it apart; looks nothing up.</summary>
    public static bool TryParse(string text, out string host, out int port)
    {
        var colon = text.LastIndexOf(':');
        (host, port) = ("", 0);
        if (colon <= 0 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port))
            return false;
        host = text[..colon] is ['[', .. var inner, ']'] ? inner : text[..colon];
        var kind = Uri.CheckHostName(host);
        return port is >= 1 and <= 65535 && kind is not UriHostNameType.Unknown && (kind is not UriHostNameType.IPv6 || text[0] == '[');
    }
}
