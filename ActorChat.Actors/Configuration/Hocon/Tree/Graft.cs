namespace Akka.Configuration.Hocon.Tree;

/// <summary>
/// Copies an included text to its place in the including one, before resolution, so that its substitutions see both. It is
/// a copy because the callback may give the same text for several includes.
/// </summary>
/// <param name="place">The path of the object that includes it.</param>
/// <param name="origin">What stands before the errors of the included text.</param>
internal sealed class Graft(PathBase place, string origin)
{
    private readonly List<HoconSubstitution> _substitutions = [];

    /// <summary>The substitutions of the copy.</summary>
    public IReadOnlyList<HoconSubstitution> Substitutions => _substitutions;

    /// <summary>The copy of an object.</summary>
    public ObjectNode Copy(ObjectNode node)
    {
        var copy = new ObjectNode();
        foreach (var (key, slot) in node.Slots)
        {
            foreach (var assignment in slot.Assignments) copy[key].Add(Copy(assignment));
        }
        return copy;
    }

    private Assignment Copy(Assignment assignment) => new([.. assignment.Pieces.Select(Copy)], assignment.MustBeObject);

    private Piece Copy(Piece piece)
    {
        var at = piece.At.Within(origin);
        return piece switch
        {
            Piece.Braces braces => new Piece.Braces(Copy(braces.Node), at),
            Piece.Brackets brackets => new Piece.Brackets([.. brackets.Items.Select(item => Slot.Of(item.Assignments.Select(Copy)))], at),
            Piece.Reference reference => new Piece.Reference(Copy(reference.Source), at),
            _ => piece with { At = at },
        };
    }

    private SubstitutionSource Copy(SubstitutionSource source)
    {
        var copy = source.Below(place);
        if (!copy.IsEarlierValue) _substitutions.Add(copy.Substitution);
        return copy;
    }
}
