using System.Globalization;

namespace Akka.Configuration.Hocon;

/// <summary>
/// How large a value is when written out in full. Substitutions share what they repeat, so that a short text can stand for an
/// enormous tree; the reader refuses such a text, because rendering or merging it would never end.
/// </summary>
/// <param name="Depth">How many lists and objects are nested in each other at the deepest place.</param>
/// <param name="Weight">How many values there are; long text counts for more than one.</param>
internal readonly record struct Extent(int Depth, long Weight)
{
    /// <summary>
    /// The deepest nesting that is read, so that no text makes reader, merger or renderer overflow the stack. A level can take
    /// more than 4 KiB of it, when the compiler has put several small methods into one.
    /// </summary>
    public const int MaxDepth = 64;

    /// <summary>The heaviest document that is read.</summary>
    public const long MaxWeight = 1_000_000;

    private const int CharactersPerUnit = 16;

    // Far from long.MaxValue, so that a sum of sums cannot wrap around.
    private const long Ceiling = 1L << 40;

    /// <summary>What a user is told whose text is nested too deep.</summary>
    public static readonly string TooDeep = string.Create(
        CultureInfo.InvariantCulture, $"objects and lists are nested more than {MaxDepth} deep");

    /// <summary>What a user is told whose text stands for too much.</summary>
    public static readonly string TooHeavy = string.Create(
        CultureInfo.InvariantCulture, $"with its substitutions done this is more than {MaxWeight} values");

    /// <summary>The extent of a text of so many characters.</summary>
    public static Extent OfText(long length) => new(0, 1 + (length / CharactersPerUnit));

    /// <summary>The extent of a list or object that holds these values.</summary>
    public static Extent Around(IEnumerable<HoconValue> values)
    {
        var depth = 0;
        var weight = 1L;
        foreach (var value in values)
        {
            depth = Math.Max(depth, value.Extent.Depth);
            weight = Math.Min(Ceiling, weight + value.Extent.Weight);
        }
        return new Extent(depth + 1, weight);
    }
}
