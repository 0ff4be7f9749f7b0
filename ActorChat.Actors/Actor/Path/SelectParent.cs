namespace Akka.Actor;

/// <summary>The step up.</summary>
public class SelectParent : SelectionPathElement
{
    /// <inheritdoc/>
    public override string ToString() => "..";
}
