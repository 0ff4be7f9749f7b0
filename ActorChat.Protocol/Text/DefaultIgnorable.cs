using System.Globalization;
using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>
/// Characters that show nothing or change how others are shown. With them a text can hide something, forge a line or look like another.
/// Ranges by the Unicode Character Database (general category, Default_Ignorable_Code_Point, Noncharacter_Code_Point) and UAX #9.
/// </summary>
internal static class DefaultIgnorable
{
    /// <summary>Joins the letters or emoji on its sides.</summary>
    public const int ZeroWidthJoiner = 0x200D;

    /// <summary>Keeps the letters on its sides apart.</summary>
    public const int ZeroWidthNonJoiner = 0x200C;

    /// <summary>Whether the character by itself is invisible or changes others.</summary>
    public static bool Contains(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => !IsVisibleFormat(rune.Value),
        _ => IsIgnorable(rune.Value) || IsNoncharacter(rune.Value),
    };

    /// <summary>Whether it selects a form of the character before it, such as text or emoji.</summary>
    public static bool IsVariationSelector(int codePoint) => codePoint is
        (>= 0xFE00 and <= 0xFE0F)
        or (>= 0x180B and <= 0x180D) or 0x180F
        or (>= 0xE0100 and <= 0xE01EF);

    // Signs drawn around the digits or letters after them (Prepended_Concatenation_Mark), and an abbreviation sign.
    private static bool IsVisibleFormat(int codePoint) => codePoint is
        (>= 0x0600 and <= 0x0605) or 0x06DD or 0x0890 or 0x0891 or 0x08E2
        or 0x070F
        or 0x110BD or 0x110CD;

    // Default_Ignorable_Code_Point beyond the general category Cf.
    private static bool IsIgnorable(int codePoint) => codePoint is
        0x034F                              // combining grapheme joiner
        or 0x115F or 0x1160                 // Hangul fillers
        or 0x3164 or 0xFFA0
        or 0x17B4 or 0x17B5                 // Khmer inherent vowels
        or 0x2065 or (>= 0xFFF0 and <= 0xFFF8)
        or (>= 0xE0000 and <= 0xE0FFF)      // tags, and what is reserved beside them
        || IsVariationSelector(codePoint);

    private static bool IsNoncharacter(int codePoint) => codePoint is >= 0xFDD0 and <= 0xFDEF || (codePoint & 0xFFFE) == 0xFFFE;
}
