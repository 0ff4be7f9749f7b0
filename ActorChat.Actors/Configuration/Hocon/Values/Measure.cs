using System.Globalization;

namespace Akka.Configuration.Hocon.Values;

/// <summary>A number with a unit, such as <c>1.5 s</c> or <c>4KiB</c>: what durations and byte sizes have in common.</summary>
internal static class Measure
{
    /// <summary>The number times its unit; null where the text is not such a measure, or is larger than a long holds.</summary>
    /// <param name="text">A number without a sign, with or without a fraction, and a unit, with or without a space between them.</param>
    /// <param name="units">What each unit is worth; the empty name is that of a plain number.</param>
    public static long? TryParse(string? text, IReadOnlyDictionary<string, decimal> units)
    {
        if (text is null) return null;
        var digits = text.AsSpan().Trim();
        var end = digits.LastIndexOfAnyInRange('0', '9') + 1;

        return units.TryGetValue(digits[end..].Trim().ToString(), out var unit)
            && decimal.TryParse(digits[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= long.MaxValue / unit
                ? (long)decimal.Round(number * unit)
                : null;
    }

    /// <summary>Adds names for one unit, and returns the same dictionary.</summary>
    public static Dictionary<string, decimal> With(this Dictionary<string, decimal> units, decimal worth, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) units.Add(name, worth);
        return units;
    }
}
