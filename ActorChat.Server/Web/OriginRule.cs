using System.Net;

namespace ActorChat.Server.Web;

/// <summary>
/// Decides whose pages may open a WebSocket. A browser sends where its page comes from; a program sends nothing. A page of another site must not
/// speak for somebody who only looks at it. Pure.
/// </summary>
internal static class OriginRule
{
    /// <summary>Whether the request may go on.</summary>
    /// <param name="origin">The header <c>Origin</c>; null without one.</param>
    /// <param name="scheme">How the request came: <c>http</c> or <c>https</c>.</param>
    /// <param name="host">The header <c>Host</c>.</param>
    /// <param name="listed">The other sites that are allowed.</param>
    public static bool Allows(string? origin, string scheme, string host, IReadOnlySet<string> listed)
    {
        if (origin is null)
            return true;
        if (listed.Contains(origin))
            return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var site)
            && $"{scheme}://{host}".Equals($"{site.Scheme}://{site.Authority}", StringComparison.OrdinalIgnoreCase)
            && IsOwnName(site);
    }

    // A foreign name can be made to lead here (DNS rebinding), an address cannot. Other names have to be listed.
    private static bool IsOwnName(Uri site) =>
        IPAddress.TryParse(site.IdnHost.Trim('[', ']'), out _)
        || site.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || site.IdnHost.Equals(Dns.GetHostName(), StringComparison.OrdinalIgnoreCase);
}
