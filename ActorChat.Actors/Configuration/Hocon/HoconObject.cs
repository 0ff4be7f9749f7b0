using System.Collections.ObjectModel;
using Akka.Configuration.Hocon.Values;

namespace Akka.Configuration.Hocon;

/// <summary>Keys with their values, in the order in which the keys first appeared. It never changes.</summary>
public sealed class HoconObject : IHoconElement
{
    private readonly OrderedDictionary<string, HoconValue> _items;

    /// <summary>An object without keys.</summary>
    public HoconObject()
        : this([])
    {
    }

    /// <summary>An object of these keys; where one comes twice, the later value holds. A dot in a key is part of the key.</summary>
    internal HoconObject(IEnumerable<KeyValuePair<string, HoconValue>> items)
    {
        _items = new OrderedDictionary<string, HoconValue>(StringComparer.Ordinal);
        foreach (var (key, value) in items) _items[key] = value;
        Extent = Extent.Around(_items.Values);
        Items = new ReadOnlyDictionary<string, HoconValue>(_items);
    }

    /// <summary>Every key with its value, read-only.</summary>
    public IDictionary<string, HoconValue> Items { get; }

    /// <summary>The same as plain .NET values: text as string, lists as lists, objects as dictionaries, null as null.</summary>
    public IDictionary<string, object?> Unwrapped => _items.ToDictionary(item => item.Key, item => item.Value.Unwrapped);

    internal Extent Extent { get; }

    /// <summary>The value of one key (of this object itself: not a path); null where the key is not there.</summary>
    public HoconValue? GetKey(string key) => _items.GetValueOrDefault(key);

    /// <inheritdoc/>
    public bool IsString() => false;

    /// <inheritdoc/>
    public string? GetString() => throw new ConfigurationException("an object is not text");

    /// <inheritdoc/>
    public bool IsArray() => false;

    /// <inheritdoc/>
    public IList<HoconValue> GetArray() => throw new ConfigurationException("an object is not a list");

    /// <summary>The object in HOCON, with its braces.</summary>
    public override string ToString() => Renderer.Render(this);

    /// <summary>This object, filled up with what only <paramref name="fallback"/> has, at every depth.</summary>
    internal HoconObject WithFallback(HoconObject fallback) => Merge(fallback, (mine, other) => mine.WithFallback(other));

    /// <summary>This object with the values of <paramref name="later"/> put over its own, at every depth.</summary>
    internal HoconObject OverriddenBy(HoconObject later) => Merge(later, (mine, other) => other.Over(mine));

    private HoconObject Merge(HoconObject other, Func<HoconValue, HoconValue, HoconValue> both)
    {
        if (_items.Count == 0) return other;
        if (other._items.Count == 0) return this;

        var merged = new OrderedDictionary<string, HoconValue>(_items, StringComparer.Ordinal);
        foreach (var (key, value) in other._items)
            merged[key] = merged.TryGetValue(key, out var mine) ? both(mine, value) : value;
        return new HoconObject(merged);
    }
}
