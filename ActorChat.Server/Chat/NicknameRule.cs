using System.Globalization;
using System.Text;

namespace ActorChat.Server.Chat;

/// <summary>What a nickname may consist of, for <see cref="Nickname.TryParse"/>.</summary>
internal static class NicknameRule
{
    /// <summary>The text without white space and control characters at its ends.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsTrimmed(text[0]))
        {
            text = text[1..];
        }

        while (!text.IsEmpty && IsTrimmed(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    /// <summary>
    /// Whether every code point, before normalization, is one that a nickname can have. Asked first because normalizing
    /// throws on a malformed string.
    /// </summary>
    public static bool PermitsCharacters(ReadOnlySpan<char> text)
    {
        // An unpaired surrogate is enumerated as U+FFFD, which is not permitted either.
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!IsPermitted(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text in NFC has a permitted length, and combining marks only where they have a letter to combine with.</summary>
    public static bool PermitsForm(string nfc)
    {
        int length = 0;
        bool afterLetter = false;
        foreach (Rune rune in nfc.EnumerateRunes())
        {
            bool isMark = IsMark(Rune.GetUnicodeCategory(rune));
            if (isMark && !afterLetter)
            {
                return false;
            }

            afterLetter = isMark || Rune.IsLetter(rune);
            length++;
        }

        return length is >= 1 and <= Nickname.MaxLength;
    }

    private static bool IsTrimmed(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    private static bool IsPermitted(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
            ? !IsInvisible(rune.Value)
            : rune.Value is '-' or '_' or '.' || (IsMark(Rune.GetUnicodeCategory(rune)) && !IsInvisible(rune.Value));

    // Enclosing marks (a circle, a key cap) are left out: no script writes words with them.
    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // The letters and marks that Unicode calls default-ignorable (DerivedCoreProperties.txt). They show nothing, so with one of
    // them anybody could take a name that looks like somebody else's.
    private static bool IsInvisible(int codePoint) => codePoint is
        0x034F                              // combining grapheme joiner
        or 0x115F or 0x1160                 // Hangul fillers
        or 0x3164 or 0xFFA0
        or 0x17B4 or 0x17B5                 // Khmer inherent vowels
        or (>= 0x180B and <= 0x180F)        // Mongolian variation selectors
        or (>= 0xFE00 and <= 0xFE0F)        // variation selectors
        or (>= 0xE0100 and <= 0xE01EF);
}
