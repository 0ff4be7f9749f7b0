using Akka.Configuration.Hocon.Tokens;

namespace Akka.Configuration.Hocon.Tree;

/// <summary>An object in braces, or the root of a text, before resolution.</summary>
internal sealed class ObjectNode
{
    private readonly OrderedDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    /// <summary>Every key with its values.</summary>
    public IEnumerable<KeyValuePair<string, Slot>> Slots => _slots;

    /// <summary>The values of a key; null where it has none.</summary>
    public Slot? Find(string key) => _slots.GetValueOrDefault(key);

    /// <summary>The values of a key, which has none yet where it is new.</summary>
    public Slot this[string key]
    {
        get
        {
            if (!_slots.TryGetValue(key, out var slot)) _slots.Add(key, slot = new Slot());
            return slot;
        }
    }

    /// <summary>The values of the key at the end of a path; objects are opened on the way.</summary>
    /// <param name="path">One key or more.</param>
    /// <param name="at">Where the path was written.</param>
    public Slot At(ReadOnlySpan<string> path, SourcePosition at)
    {
        var node = this;
        foreach (var key in path[..^1]) node = node[key].Open(at);
        return node[path[^1]];
    }

    /// <summary>Gives the keys of a later object their values, as if they had been written here. The later object must not be used again.</summary>
    public void Add(ObjectNode later)
    {
        foreach (var (key, slot) in later._slots)
        {
            foreach (var assignment in slot.Assignments) this[key].Add(assignment);
        }
    }
}
