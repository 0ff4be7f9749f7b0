namespace ActorChat.Client;

/// <summary>Where the server is said to listen; the name is resolved when connecting.</summary>
/// <param name="Host">A host name, an IPv4 or an IPv6 address without brackets.</param>
/// <param name="Port">1 to 65535.</param>
internal sealed record ServerAddress(string Host, int Port)
{
    /// <summary>As people write it: <c>127.0.0.1:1234</c>, <c>[::1]:1234</c>.</summary>
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
