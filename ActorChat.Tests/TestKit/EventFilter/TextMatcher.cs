using System.Text.RegularExpressions;

namespace Akka.TestKit.Internal;

/// <summary>What a text has to be like: equal, start or contain, whichever is given, or fit a pattern.</summary>
internal sealed record TextMatcher(string? Whole = null, string? Start = null, string? Part = null, Regex? Pattern = null)
{
    public override string ToString() => this switch
    {
        { Whole: { } whole } => $"the text \"{whole}\"",
        { Start: { } start } => $"a text that starts with \"{start}\"",
        { Part: { } part } => $"a text that contains \"{part}\"",
        { Pattern: { } pattern } => $"a text that fits {pattern}",
        _ => "any text",
    };

    public bool Fits(string? text) =>
        (Whole is null || text == Whole)
        && (Start is null || text?.StartsWith(Start, StringComparison.Ordinal) == true)
        && (Part is null || text?.Contains(Part, StringComparison.Ordinal) == true)
        && (Pattern is null || (text is not null && Pattern.IsMatch(text)));
}
