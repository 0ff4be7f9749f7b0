using Akka.Configuration.Hocon.Tree;

namespace Akka.Configuration.Hocon.Resolution;

/// <summary>
/// Turns a document into its value. What a key is worth is found by putting its assignments over each other, the oldest
/// first. A substitution looks its path up in the whole document, so that it sees later values too; but an assignment
/// that names its own path sees only what came before it: that is how <c>path = ${path} [x]</c> finds the earlier value.
/// </summary>
internal sealed class Resolver
{
    private readonly Enclosure _document;
    private readonly Func<string, string?> _environment;
    private readonly Progress _progress = new();
    private readonly PathFinder _finder;

    /// <param name="document">The document. It is not changed, but for the results of its substitutions.</param>
    /// <param name="environment">Gives an environment variable; null where there is none of that name.</param>
    public Resolver(Slot document, Func<string, string?> environment)
    {
        _document = new Enclosure(document, outer: null);
        _environment = environment;
        _finder = new PathFinder(_progress, Resolve);
    }

    /// <summary>The value of the whole document.</summary>
    /// <exception cref="ConfigurationException">A substitution names nothing or leads in a circle, or pieces do not fit.</exception>
    public HoconValue Resolve() => Fold(_document.Candidates) ?? new HoconValue();

    /// <summary>Puts the assignments of one path over each other, the oldest first; null where none of them leaves a value.</summary>
    private HoconValue? Fold(IReadOnlyList<Candidate> candidates)
    {
        HoconValue? folded = null;
        foreach (var candidate in _finder.Visible(candidates))
        {
            if (Resolve(candidate) is not { } value) continue;
            var assignment = candidate.Assignment;
            if (assignment.MustBeObject && !value.IsObject()) throw assignment.At.Error(Concatenation.NotAnObject(value));
            folded = folded is null ? value : value.Over(folded);
        }
        return folded;
    }

    private HoconValue? Resolve(Candidate candidate)
    {
        var (assignment, enclosure) = candidate;
        if (assignment.Pieces is [Piece.Done done]) return done.Value;
        if (_progress.IsDone(assignment, out var known)) return known;

        using var step = _progress.Begin(assignment);
        var value = assignment.Braces is { } node ? Resolve(node, enclosure) : Concatenation.Join(Parts(assignment.Pieces, enclosure));
        if (value?.Extent is { Depth: > Extent.MaxDepth }) throw assignment.At.Error(Extent.TooDeep);
        if (value?.Extent is { Weight: > Extent.MaxWeight }) throw assignment.At.Error(Extent.TooHeavy);
        return step.End(value);
    }

    private HoconValue Resolve(ObjectNode node, Enclosure enclosure)
    {
        var items = new List<KeyValuePair<string, HoconValue>>();
        foreach (var (key, slot) in node.Slots)
        {
            if (Fold(enclosure.Locate(slot)) is { } value) items.Add(new(key, value));
        }
        return new HoconValue(new HoconObject(items));
    }

    private List<Part> Parts(IReadOnlyList<Piece> pieces, Enclosure enclosure)
    {
        var parts = new List<Part>();
        foreach (var piece in pieces)
        {
            if (Resolve(piece, enclosure) is { } value) parts.Add(new Part(piece, value));
        }
        return parts;
    }

    private HoconValue? Resolve(Piece piece, Enclosure enclosure) => piece switch
    {
        Piece.Text text => new HoconValue(new HoconLiteral(text.Value)),
        Piece.Space space => new HoconValue(new HoconLiteral(space.Value)),
        Piece.Brackets list => Resolve(list.Items, enclosure),
        Piece.Reference reference => Substitute(reference, enclosure),
        Piece.Done done => done.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(piece), piece, "not a piece of a joined value"),
    };

    private HoconValue Resolve(IReadOnlyList<Slot> items, Enclosure outer)
    {
        var values = new List<HoconValue>(items.Count);
        foreach (var item in items)
        {
            if (Fold(new Enclosure(item, outer).Candidates) is { } value) values.Add(value);
        }
        return new HoconValue(new HoconArray(values));
    }

    private HoconValue? Substitute(Piece.Reference reference, Enclosure enclosure)
    {
        var source = reference.Source;
        var substitution = source.Substitution;
        var lookBacks = _progress.LookBacks;
        foreach (var candidates in _finder.Find(source, enclosure))
        {
            if (Fold(candidates) is { } value) return substitution.ResolvedValue = value;
        }
        if (source.IsEarlierValue) return null;
        if (_environment(substitution.Path) is { } variable) return substitution.ResolvedValue = new HoconValue(new HoconLiteral(variable));
        if (substitution.IsQuestionMark) return null;
        throw reference.At.Error(_progress.LookBacks > lookBacks
            ? $"{substitution} leads back to itself, and there is no earlier value"
            : $"{substitution} names nothing: there is no such key, and no such environment variable");
    }
}
