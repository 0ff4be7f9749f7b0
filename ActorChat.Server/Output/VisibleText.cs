using System.Buffers;
using System.Globalization;
using System.Text;

namespace ActorChat.Server.Output;

/// <summary>
/// Makes untrusted text safe for the log and the console. It must not fake a line, steer the terminal, reverse the text
/// direction or hide characters.
/// </summary>
internal static class VisibleText
{
    // The high surrogate of U+E0000 to U+E03FF: tags and variation selectors.
    private const char TagPlane = '\uDB40';

    private static readonly SearchValues<char> Harmful = SearchValues.Create(
        [.. Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(code => (char)code).Where(IsHarmful)]);

    /// <summary>Escapes every harmful character, as <c>\n</c> or <c>\u001b</c>; tag characters as two surrogates.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Harmful) && !text.Contains(TagPlane, StringComparison.Ordinal))
            return text;

        var visible = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (Harmful.Contains(text[i]) || IsTag(text, i) || (i > 0 && IsTag(text, i - 1)))
                visible.Append(Escape(text[i]));
            else
                visible.Append(text[i]);
        }

        return visible.ToString();
    }

    // Of the format characters, allows the joiners of letters and emoji, and the visible signs of Arabic and Syriac.
    private static bool IsHarmful(char character) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => character is '\u00AD' or '\u061C' or '\u180E' or (>= '\u200B' and not ('\u200C' or '\u200D')),
        _ => character is '\u115F' or '\u1160' or '\u3164' or '\uFFA0',
    };

    private static bool IsTag(string text, int at) => text[at] == TagPlane && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);

    private static string Escape(char character) => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
    };
}
