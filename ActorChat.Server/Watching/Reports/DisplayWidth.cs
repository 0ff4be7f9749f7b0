using System.Globalization;
using System.Text;

namespace ActorChat.Server.Watching.Reports;

/// <summary>How many columns of a terminal a text takes: two for the characters of East Asia and for emoji, none for marks.</summary>
internal static class DisplayWidth
{
    // The blocks of East_Asian_Width W and F (Unicode Standard Annex 11) that terminals show in two columns.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x18DFF), (0x1B000, 0x1B2FF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF),
        (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The columns that the text takes.</summary>
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>The text in at most so many columns; where it is longer, its middle is left out, as both ends of a path matter.</summary>
    public static string Fit(string text, int columns)
    {
        if (Of(text) <= columns)
            return text;
        var tail = (columns - 1) / 2;
        return $"{Head([.. text.EnumerateRunes()], columns - 1 - tail)}…{Tail([.. text.EnumerateRunes()], tail)}";
    }

    private static int Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        _ => Wide.Any(block => rune.Value >= block.First && rune.Value <= block.Last) ? 2 : 1,
    };

    private static string Head(Rune[] runes, int columns)
    {
        var taken = 0;
        return string.Concat(runes.TakeWhile(rune => (taken += Of(rune)) <= columns));
    }

    private static string Tail(Rune[] runes, int columns)
    {
        var taken = 0;
        return string.Concat(runes.Reverse().TakeWhile(rune => (taken += Of(rune)) <= columns).Reverse());
    }
}
