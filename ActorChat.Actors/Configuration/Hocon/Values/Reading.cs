using System.Globalization;
using System.Numerics;

namespace Akka.Configuration.Hocon.Values;

/// <summary>
/// Turns values into what their readers need. Every method takes the path of the value, for the message of its error;
/// null where the path is not known. The callers have already dealt with null, so that here it is an error like another.
/// </summary>
internal static class Reading
{
    private const int LongestShown = 60;

    public static string Text(HoconValue value, string? path) =>
        value.IsString() ? value.Element.GetString()! : throw Unfit(value, path, "text");

    public static bool Boolean(HoconValue value, string? path) => TextOrNull(value)?.ToLowerInvariant() switch
    {
        "true" or "on" or "yes" => true,
        "false" or "off" or "no" => false,
        _ => throw Unfit(value, path, "on or off (or true, false, yes, no)"),
    };

    public static T Number<T>(HoconValue value, string? path)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        var whole = T.CreateTruncating(0.5) == T.Zero;   // true of the integer types alone
        var style = whole ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        if (T.TryParse(TextOrNull(value), style, CultureInfo.InvariantCulture, out var number)) return number;
        throw Unfit(value, path, whole ? Invariant($"a whole number from {T.MinValue} to {T.MaxValue}") : "a number, such as 1.5");
    }

    public static TimeSpan Duration(HoconValue value, string? path, bool allowInfinite)
    {
        var text = TextOrNull(value);
        if (allowInfinite && string.Equals(text, "infinite", StringComparison.OrdinalIgnoreCase)) return Timeout.InfiniteTimeSpan;
        return Durations.TryParse(text) ?? throw Unfit(value, path, Durations.Expected + (allowInfinite ? ", or infinite" : ""));
    }

    public static long ByteSize(HoconValue value, string? path) =>
        ByteSizes.TryParse(TextOrNull(value)) ?? throw Unfit(value, path, ByteSizes.Expected);

    public static IList<T> List<T>(HoconValue value, string? path, Func<HoconValue, string?, T> read)
    {
        if (value.IsNull) return [];
        if (!value.IsArray()) throw Unfit(value, path, "a list, such as [a, b]");
        return [.. value.Element.GetArray().Select((item, index) => read(item, Invariant($"{path}[{index}]")))];
    }

    /// <summary>The error of a value that is not what is expected of it.</summary>
    public static ConfigurationException Unfit(HoconValue value, string? path, string expected)
    {
        var subject = string.IsNullOrEmpty(path) ? "the value" : $"'{path}'";
        return new ConfigurationException($"{subject} is {Describe(value)}: expected {expected}");
    }

    private static string Describe(HoconValue value)
    {
        if (value.IsNull) return "null";
        if (value.IsObject()) return "an object";
        if (value.IsArray()) return "a list";
        var text = value.Element.GetString()!;
        return text.Length <= LongestShown ? $"\"{text}\"" : $"\"{text[..LongestShown]}...\"";
    }

    private static string? TextOrNull(HoconValue value) => value.IsString() ? value.Element.GetString() : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
