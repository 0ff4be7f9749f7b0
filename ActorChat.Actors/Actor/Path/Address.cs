namespace Akka.Actor;

/// <summary>Where an actor system is: for a local one, the protocol and the system's name.</summary>
/// <param name="protocol">The protocol, <c>akka</c> for local systems.</param>
/// <param name="system">The system's name.</param>
public sealed class Address(string protocol, string system) : IEquatable<Address>
{
    /// <summary>The protocol, <c>akka</c> for local systems.</summary>
    public string Protocol { get; } = protocol;

    /// <summary>The system's name.</summary>
    public string System { get; } = system;

    /// <inheritdoc/>
    public bool Equals(Address? other) => other is not null && Protocol == other.Protocol && System == other.System;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Address);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Protocol, System);

    /// <summary>For example <c>akka://actorchat</c>.</summary>
    public override string ToString() => $"{Protocol}://{System}";
}
