using System.Globalization;
using System.Text;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>How many cells a text takes on a terminal, as most terminals count: by user-perceived characters (UAX #29).</summary>
internal static class CellWidth
{
    private const int EmojiPresentation = 0xFE0F;
    private const int FirstRegionalIndicator = 0x1F1E6, LastRegionalIndicator = 0x1F1FF;
    private const int FirstHangulVowel = 0x1160, LastHangulFinal = 0x11FF;
    private const int SoftHyphen = 0x00AD;

    /// <summary>The cells of a text of any length.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var cells = 0;
        while (!text.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(text);
            cells += OfCluster(text[..length]);
            text = text[length..];
        }

        return cells;
    }

    /// <summary>The cells of one user-perceived character: 0, 1 or 2.</summary>
    public static int OfCluster(ReadOnlySpan<char> cluster)
    {
        var cells = 0;
        foreach (var rune in cluster.EnumerateRunes())
            cells = Math.Max(cells, rune.Value is EmojiPresentation && cells > 0 ? 2 : OfRune(rune));
        return cells;
    }

    private static int OfRune(Rune rune)
    {
        // Half of a flag; two of them are one character.
        if (rune.Value is >= FirstRegionalIndicator and <= LastRegionalIndicator)
            return 2;

        return IsZero(rune) ? 0 : WideCharacters.Contain(rune.Value) ? 2 : 1;
    }

    private static bool IsZero(Rune rune) =>
        rune.Value is >= FirstHangulVowel and <= LastHangulFinal
        || (rune.Value is not SoftHyphen && Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control);
}
