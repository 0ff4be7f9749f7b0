namespace Akka.Actor;

/// <summary>The step to the child of a name.</summary>
/// <param name="name">The name.</param>
public class SelectChildName(string name) : SelectionPathElement
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
