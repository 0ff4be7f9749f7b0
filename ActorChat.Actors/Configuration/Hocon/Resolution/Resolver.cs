using Akka.Configuration.Hocon.Tree;

namespace Akka.Configuration.Hocon.Resolution;

/// <summary>
/// Turns a document into its value. What a key is worth is found by putting its assignments over each other, the oldest
/// first. A substitution looks its path up in the whole document, so that it sees later values too; but an assignment
/// that names its own path sees only what came before it: that is how <c>path = ${path} [x]</c> finds the earlier value.
/// </summary>
/// <param name="document">The document. It is not changed, but for the results of its substitutions.</param>
/// <param name="environment">Gives an environment variable; null where there is none of that name.</param>
internal sealed class Resolver(Slot document, Func<string, string?> environment)
{
    private readonly Progress _progress = new();

    /// <summary>The value of the whole document.</summary>
    /// <exception cref="ConfigurationException">A substitution names nothing or leads in a circle, or the pieces of a value do not fit.</exception>
    public HoconValue Resolve() => Fold(document.Assignments, document) ?? new HoconValue();

    /// <summary>Puts assignments over each other; null where none of them leaves a value.</summary>
    /// <param name="assignments">The assignments of one path, the oldest first.</param>
    /// <param name="root">The document, or the list item that they stand in.</param>
    private HoconValue? Fold(IReadOnlyList<Assignment> assignments, Slot root)
    {
        HoconValue? folded = null;
        foreach (var assignment in Visible(assignments))
        {
            if (Resolve(assignment, root) is not { } value) continue;
            if (assignment.MustBeObject && !value.IsObject()) throw assignment.At.Error(Concatenation.NotAnObject(value));
            folded = folded is null ? value : value.Over(folded);
        }
        return folded;
    }

    /// <summary>
    /// The assignments that count for who asks now: without those that are being worked out, and from the last that hides
    /// the earlier ones. An assignment that names its own path itself sees nothing of what comes after it either.
    /// </summary>
    private List<Assignment> Visible(IReadOnlyList<Assignment> assignments)
    {
        var visible = new List<Assignment>(assignments.Count);
        foreach (var assignment in assignments)
        {
            if (assignment.Braces is null && _progress.LooksBack(assignment))
            {
                if (_progress.IsInnermost(assignment)) break;
                continue;
            }
            if (assignment.HidesEarlier) visible.Clear();
            visible.Add(assignment);
        }
        return visible;
    }

    /// <summary>The assignments of the path, as they are seen from below the root; the values of substitutions on the way count as such.</summary>
    private IReadOnlyList<Assignment> Find(Slot root, IEnumerable<string> path)
    {
        var found = root.Assignments;
        foreach (var key in path) found = Descend(found, key, root);
        return found;
    }

    private List<Assignment> Descend(IReadOnlyList<Assignment> assignments, string key, Slot root)
    {
        var found = new List<Assignment>();
        foreach (var assignment in Visible(assignments))
        {
            if (assignment.Braces is { } node) found.AddRange(node.Find(key)?.Assignments ?? []);
            else if (assignment.HidesEarlier) found.Clear();
            else if (Resolve(assignment, root) is not { } value) continue;
            else if (!value.IsObject()) found.Clear();
            else if (value.GetChildObject(key) is { } child) found.Add(Assignment.Of(child, assignment.At));
        }
        return found;
    }

    private HoconValue? Resolve(Assignment assignment, Slot root)
    {
        if (assignment.Pieces is [Piece.Done done]) return done.Value;
        if (_progress.IsDone(assignment, out var known)) return known;

        using var step = _progress.Begin(assignment);
        var value = assignment.Braces is { } node ? Resolve(node, root) : Concatenation.Join(Parts(assignment.Pieces, root));
        if (value?.Extent is { Depth: > Extent.MaxDepth }) throw assignment.At.Error(Extent.TooDeep);
        if (value?.Extent is { Weight: > Extent.MaxWeight }) throw assignment.At.Error(Extent.TooHeavy);
        return step.End(value);
    }

    private HoconValue Resolve(ObjectNode node, Slot root)
    {
        var items = new List<KeyValuePair<string, HoconValue>>();
        foreach (var (key, slot) in node.Slots)
        {
            if (Fold(slot.Assignments, root) is { } value) items.Add(new(key, value));
        }
        return new HoconValue(new HoconObject(items));
    }

    private List<Part> Parts(IReadOnlyList<Piece> pieces, Slot root)
    {
        var parts = new List<Part>();
        foreach (var piece in pieces)
        {
            if (Resolve(piece, root) is { } value) parts.Add(new Part(piece, value));
        }
        return parts;
    }

    private HoconValue? Resolve(Piece piece, Slot root) => piece switch
    {
        Piece.Text text => new HoconValue(new HoconLiteral(text.Value)),
        Piece.Space space => new HoconValue(new HoconLiteral(space.Value)),
        Piece.Brackets list => new HoconValue(new HoconArray(list.Items.Select(item => Fold(item.Assignments, item)).OfType<HoconValue>())),
        Piece.Reference reference => Substitute(reference, root),
        Piece.Done done => done.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(piece), piece, "not a piece of a joined value"),
    };

    private HoconValue? Substitute(Piece.Reference reference, Slot root)
    {
        var source = reference.Source;
        var substitution = source.Substitution;
        var lookBacks = _progress.LookBacks;
        foreach (var (isItem, prefix) in source.Bases)
        {
            var start = isItem ? root : document;
            if (Fold(Find(start, prefix.Concat(source.Path)), start) is { } value) return substitution.ResolvedValue = value;
        }
        if (source.IsEarlierValue) return null;
        if (environment(substitution.Path) is { } variable) return substitution.ResolvedValue = new HoconValue(new HoconLiteral(variable));
        if (substitution.IsQuestionMark) return null;
        throw reference.At.Error(_progress.LookBacks > lookBacks
            ? $"{substitution} leads back to itself, and there is no earlier value"
            : $"{substitution} names nothing: there is no such key, and no such environment variable");
    }
}
