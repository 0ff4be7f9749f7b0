using System.Text;

namespace ActorChat.Client.Rendering;

/// <summary>Makes a text of any length and content fit to be quoted in a one-line message.</summary>
internal static class Excerpt
{
    private const int MaxCharacters = 60;

    /// <summary>
    /// The beginning of <paramref name="text"/>, on one line, without control characters; an ellipsis shows that something was cut.
    /// </summary>
    public static string Truncate(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, MaxCharacters));
        if (start.Length < text.Length && char.IsHighSurrogate(start[^1]))
            start = start[..^1];

        var shown = new StringBuilder();
        new EscapeFilter().Append(start, shown);
        shown.Replace('\n', ' ').Replace('\t', ' ');
        return start.Length < text.Length ? shown.Append('…').ToString() : shown.ToString();
    }
}
