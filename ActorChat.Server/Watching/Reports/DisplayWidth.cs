using System.Globalization;
using Wcwidth;

namespace ActorChat.Server.Watching.Reports;

/// <summary>How many columns of a terminal a text takes, counted by user-perceived characters, as the console client does.</summary>
internal static class DisplayWidth
{
    /// <summary>The columns that the text takes.</summary>
    public static int Of(string text) => Characters(text).Sum(ColumnsOf);

    /// <summary>The text in at most so many columns; where it is longer, its middle is left out, as both ends of a path matter.</summary>
    public static string Fit(string text, int columns)
    {
        if (Of(text) <= columns)
            return text;
        var tail = (columns - 1) / 2;
        return string.Concat([.. Within(columns - 1 - tail, Characters(text)), "…", .. Within(tail, Characters(text).Reverse()).Reverse()]);
    }

    private static IEnumerable<string> Within(int columns, IEnumerable<string> characters) =>
        characters.TakeWhile(character => (columns -= ColumnsOf(character)) >= 0);

    private static IEnumerable<string> Characters(string text)
    {
        for (var characters = StringInfo.GetTextElementEnumerator(text); characters.MoveNext();)
            yield return characters.GetTextElement();
    }

    // Control characters take none. Wcwidth 4.0.1 takes the Ethiopic letter U+1200 for a mark; the letter behind it is as wide.
    private static int ColumnsOf(string character) => Math.Max(0, UnicodeCalculator.GetWidth(character.Replace('\u1200', '\u1201')));
}
