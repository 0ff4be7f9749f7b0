using System.Collections;
using Akka.Configuration.Hocon.Values;

namespace Akka.Configuration.Hocon;

/// <summary>A list of values, which never changes.</summary>
public sealed class HoconArray : IReadOnlyList<HoconValue>, IHoconElement
{
    private readonly HoconValue[] _values;

    /// <summary>A list of these values, in their order.</summary>
    internal HoconArray(IEnumerable<HoconValue> values)
    {
        _values = [.. values];
        Extent = Extent.Around(_values);
    }

    /// <inheritdoc/>
    public int Count => _values.Length;

    internal Extent Extent { get; }

    /// <inheritdoc/>
    public HoconValue this[int index] => _values[index];

    /// <inheritdoc/>
    public bool IsString() => false;

    /// <inheritdoc/>
    public string? GetString() => throw new ConfigurationException("a list is not text");

    /// <inheritdoc/>
    public bool IsArray() => true;

    /// <inheritdoc/>
    public IList<HoconValue> GetArray() => Array.AsReadOnly(_values);

    /// <inheritdoc/>
    public IEnumerator<HoconValue> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The list in HOCON.</summary>
    public override string ToString() => Renderer.Render(this);
}
