using Akka.Configuration.Hocon.Values;

namespace Akka.Configuration.Hocon;

/// <summary>
/// One value of a configuration: text, a list, an object or null, with all its substitutions done. It never changes.
/// Its getters throw <see cref="ConfigurationException"/> where the value is not of the kind asked for; the getters of
/// <see cref="Config"/> name the path too.
/// </summary>
public sealed class HoconValue
{
    private readonly IHoconElement _element;

    /// <summary>An empty object.</summary>
    public HoconValue()
        : this(new HoconObject())
    {
    }

    /// <summary>A value that holds this element.</summary>
    internal HoconValue(IHoconElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        _element = element;
    }

    /// <summary>Whether there is nothing in it: null, or an object without keys. An empty list or text is something.</summary>
    public bool IsEmpty => IsNull || _element is HoconObject { Items.Count: 0 };

    internal static HoconValue Null { get; } = new(new HoconLiteral(null));

    internal bool IsNull => _element is HoconLiteral { Value: null };

    internal Extent Extent => _element switch
    {
        HoconObject o => o.Extent,
        HoconArray a => a.Extent,
        HoconLiteral l => Extent.OfText(l.Value?.Length ?? 0),
        _ => Extent.OfText(0),
    };

    internal object? Unwrapped => _element switch
    {
        HoconObject o => o.Unwrapped,
        HoconArray a => a.Select(value => value.Unwrapped).ToList(),
        _ => _element.GetString(),
    };

    /// <summary>Whether this is text. Numbers, switches, durations and sizes are text too; null is not.</summary>
    public bool IsString() => _element.IsString();

    /// <summary>Whether this is an object.</summary>
    public bool IsObject() => _element is HoconObject;

    /// <summary>Whether this is a list.</summary>
    public bool IsArray() => _element.IsArray();

    /// <summary>The object; null where this is something else.</summary>
    public HoconObject? GetObject() => _element as HoconObject;

    /// <summary>The value of one key of the object; null where it has none, or this is not an object.</summary>
    public HoconValue? GetChildObject(string key) => GetObject()?.GetKey(key);

    /// <summary>The values of the list; none for null.</summary>
    public IList<HoconValue> GetArray() => Reading.List(this, null, (value, _) => value);

    /// <summary>The text; null for null.</summary>
    public string? GetString() => IsNull ? null : Reading.Text(this, null);

    /// <summary>A switch: <c>true</c>, <c>on</c>, <c>yes</c>, or <c>false</c>, <c>off</c>, <c>no</c>.</summary>
    public bool GetBoolean() => Reading.Boolean(this, null);

    /// <summary>A whole number from 0 to 255.</summary>
    public byte GetByte() => Reading.Number<byte>(this, null);

    /// <summary>A whole number of 32 bits.</summary>
    public int GetInt() => Reading.Number<int>(this, null);

    /// <summary>A whole number of 64 bits.</summary>
    public long GetLong() => Reading.Number<long>(this, null);

    /// <summary>A number, to single precision.</summary>
    public float GetFloat() => Reading.Number<float>(this, null);

    /// <summary>A number, to double precision.</summary>
    public double GetDouble() => Reading.Number<double>(this, null);

    /// <summary>A decimal number.</summary>
    public decimal GetDecimal() => Reading.Number<decimal>(this, null);

    /// <summary>A number of bytes, such as <c>512</c>, <c>4KiB</c> or <c>1 MB</c>.</summary>
    public long? GetByteSize() => IsNull ? null : Reading.ByteSize(this, null);

    /// <summary>A duration, such as <c>500 ms</c>; a plain number is milliseconds.</summary>
    /// <param name="allowInfinite">Whether <c>infinite</c> may be given; it is <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    public TimeSpan GetTimeSpan(bool allowInfinite = true) => Reading.Duration(this, null, allowInfinite);

    /// <summary>A list of switches.</summary>
    public IList<bool> GetBooleanList() => Reading.List(this, null, Reading.Boolean);

    /// <summary>A list of whole numbers from 0 to 255.</summary>
    public IList<byte> GetByteList() => Reading.List(this, null, Reading.Number<byte>);

    /// <summary>A list of whole numbers of 32 bits.</summary>
    public IList<int> GetIntList() => Reading.List(this, null, Reading.Number<int>);

    /// <summary>A list of whole numbers of 64 bits.</summary>
    public IList<long> GetLongList() => Reading.List(this, null, Reading.Number<long>);

    /// <summary>A list of numbers, to single precision.</summary>
    public IList<float> GetFloatList() => Reading.List(this, null, Reading.Number<float>);

    /// <summary>A list of numbers, to double precision.</summary>
    public IList<double> GetDoubleList() => Reading.List(this, null, Reading.Number<double>);

    /// <summary>A list of decimal numbers.</summary>
    public IList<decimal> GetDecimalList() => Reading.List(this, null, Reading.Number<decimal>);

    /// <summary>A list of texts.</summary>
    public IList<string> GetStringList() => Reading.List(this, null, Reading.Text);

    /// <summary>A configuration whose only key is <paramref name="key"/>, with this value.</summary>
    public Config AtKey(string key) => new(new HoconRoot(new HoconValue(new HoconObject([new(key, this)]))));

    /// <summary>The value in HOCON: text is quoted where it must be, an object has its braces.</summary>
    public override string ToString() => Renderer.Render(_element);

    /// <summary>This value; where both are objects, filled up with what only <paramref name="fallback"/> has.</summary>
    internal HoconValue WithFallback(HoconValue fallback) =>
        GetObject() is { } mine && fallback.GetObject() is { } other ? new HoconValue(mine.WithFallback(other)) : this;

    /// <summary>This value put over an earlier one; where both are objects, the keys of the earlier one come first.</summary>
    internal HoconValue Over(HoconValue earlier) =>
        GetObject() is { } mine && earlier.GetObject() is { } other ? new HoconValue(other.OverriddenBy(mine)) : this;

    internal IHoconElement Element => _element;
}
