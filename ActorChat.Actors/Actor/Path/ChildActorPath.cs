using System.Text;

namespace Akka.Actor;

/// <summary>A path below another one.</summary>
/// <param name="parentPath">The path one level up.</param>
/// <param name="name">The last element.</param>
/// <param name="uid">The incarnation; 0 where it is not known.</param>
public sealed class ChildActorPath(ActorPath parentPath, string name, long uid) : ActorPath(parentPath.Address, name, uid)
{
    /// <inheritdoc/>
    public override ActorPath Parent { get; } = parentPath;

    /// <inheritdoc/>
    public override ActorPath Root => Parent.Root;

    internal override int Depth { get; } = parentPath.Depth + 1;

    internal override void AppendTo(StringBuilder text)
    {
        Parent.AppendTo(text);
        text.Append('/').Append(Name);
    }
}
