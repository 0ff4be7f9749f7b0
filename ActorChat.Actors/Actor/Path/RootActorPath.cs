using System.Text;

namespace Akka.Actor;

/// <summary>The root of an actor system's tree of paths.</summary>
/// <param name="address">The address of the system.</param>
/// <param name="name">Empty for the one root of a system.</param>
public sealed class RootActorPath(Address address, string name = "") : ActorPath(address, name, 0)
{
    /// <inheritdoc/>
    public override ActorPath Parent => this;

    /// <inheritdoc/>
    public override ActorPath Root => this;

    internal override int Depth => 0;

    internal override void AppendTo(StringBuilder text) => text.Append(Name);
}
