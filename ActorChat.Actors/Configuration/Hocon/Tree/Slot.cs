using Akka.Configuration.Hocon.Tokens;

namespace Akka.Configuration.Hocon.Tree;

/// <summary>
/// Every value that one key was given, the oldest first. They are all kept until resolution: a later object adds to an
/// earlier one, and a later value may name the earlier (<c>path = ${path} [x]</c>).
/// </summary>
internal sealed class Slot
{
    private readonly List<Assignment> _assignments = [];

    /// <summary>The values, the oldest first.</summary>
    public IReadOnlyList<Assignment> Assignments => _assignments;

    /// <summary>A key, or a place in a list, with these values.</summary>
    public static Slot Of(IEnumerable<Assignment> values)
    {
        var slot = new Slot();
        foreach (var value in values) slot.Add(value);
        return slot;
    }

    /// <summary>Gives the key one more value. An object in braces that follows another one is put into that one.</summary>
    public void Add(Assignment later)
    {
        if (later.Braces is { } added && _assignments is [.., { Braces: { } earlier }]) earlier.Add(added);
        else _assignments.Add(later);
    }

    /// <summary>The object in braces that a key below this one can be put into: the last value, or a new one.</summary>
    public ObjectNode Open(SourcePosition at)
    {
        if (_assignments is [.., { Braces: { } last }]) return last;
        var node = new ObjectNode();
        _assignments.Add(new Assignment([new Piece.Braces(node, at)]));
        return node;
    }
}
