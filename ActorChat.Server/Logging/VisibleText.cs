using System.Buffers;
using System.Globalization;
using System.Text;

namespace ActorChat.Server.Logging;

/// <summary>
/// Text from elsewhere (a peer's message, a reason of the system) on a line of the log: it must neither begin a line of its own,
/// which could pretend to be another event, nor steer the terminal, nor turn round the order of what is shown.
/// </summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Harmful = SearchValues.Create(
        [.. Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(code => (char)code).Where(IsHarmful)]);

    /// <summary>The text with every harmful character written as an escape, such as <c>\n</c> or <c>\u001b</c>.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Harmful))
            return text;

        var visible = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (Harmful.Contains(character))
                visible.Append(Escape(character));
            else
                visible.Append(character);
        }

        return visible.ToString();
    }

    // Of the format characters only those that change the direction: others join emoji.
    private static bool IsHarmful(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || character is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Escape(char character) => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
    };
}
