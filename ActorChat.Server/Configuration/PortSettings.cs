namespace ActorChat.Server.Configuration;

/// <summary>One of the server's ports.</summary>
/// <param name="Enabled">Whether it is opened.</param>
/// <param name="Hosts">The addresses or names to listen on; at least one, each without blanks and never empty.</param>
/// <param name="Port">The TCP port, 0 to 65535; 0 lets the system pick a free one.</param>
internal sealed record PortSettings(bool Enabled, IReadOnlyList<string> Hosts, int Port)
{
    /// <summary>Two are equal when they have equal hosts, in one order.</summary>
    public bool Equals(PortSettings? other) =>
        other is not null && Enabled == other.Enabled && Port == other.Port && Hosts.SequenceEqual(other.Hosts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Enabled, Port, Hosts.Count);
}
