namespace Akka.Configuration.Hocon.Tree;

/// <summary>A text that was read, before resolution.</summary>
/// <param name="Root">The root object, as the only value of a key without a name.</param>
/// <param name="Depth">How many lists and objects are nested in each other at the deepest place.</param>
/// <param name="Substitutions">The substitutions, in the order in which they were written.</param>
internal sealed record Document(Slot Root, int Depth, IReadOnlyList<HoconSubstitution> Substitutions)
{
    /// <summary>The keys of the root object.</summary>
    public ObjectNode Keys => Root.Assignments[0].Braces!;
}
