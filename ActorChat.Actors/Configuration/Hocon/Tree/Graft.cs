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

    /// <summary>The copy of the root object of the included text.</summary>
    public ObjectNode Copy(ObjectNode root) => Copy(root, 0);

    // "items" counts the list items of the included text that are around what is copied.
    private ObjectNode Copy(ObjectNode node, int items)
    {
        var copy = new ObjectNode();
        foreach (var (key, slot) in node.Slots)
        {
            foreach (var assignment in slot.Assignments) copy[key].Add(Copy(assignment, items));
        }
        return copy;
    }

    private Assignment Copy(Assignment assignment, int items) =>
        new([.. assignment.Pieces.Select(piece => Copy(piece, items))], assignment.MustBeObject);

    private Piece Copy(Piece piece, int items)
    {
        var at = piece.At.Within(origin);
        return piece switch
        {
            Piece.Braces braces => new Piece.Braces(Copy(braces.Node, items), at),
            Piece.Brackets list => new Piece.Brackets([.. list.Items.Select(item => CopyItem(item, items + 1))], at),
            Piece.Reference reference => new Piece.Reference(Copy(reference.Source, items), at),
            _ => piece with { At = at },
        };
    }

    private Slot CopyItem(Slot item, int items) => Slot.Of(item.Assignments.Select(assignment => Copy(assignment, items)));

    private SubstitutionSource Copy(SubstitutionSource source, int items)
    {
        var copy = source.Below(place, items);
        if (!copy.IsEarlierValue) _substitutions.Add(copy.Substitution);
        return copy;
    }
}
