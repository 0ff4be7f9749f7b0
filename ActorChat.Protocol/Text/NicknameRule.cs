using System.Globalization;
using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>What a nickname may consist of, for <see cref="Nickname.TryParse"/>.</summary>
internal static class NicknameRule
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The text without white space, control characters and byte order marks at its ends.</summary>
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

    /// <summary>
    /// Whether a text in NFC has a permitted length, and combining marks only behind a letter that they can be meant for, no more
    /// of them than are shown.
    /// </summary>
    public static bool PermitsForm(string nfc)
    {
        int length = 0;
        Rune letter = default;
        foreach (Rune rune in nfc.EnumerateRunes())
        {
            if (!IsMark(Rune.GetUnicodeCategory(rune)))
            {
                letter = Rune.IsLetter(rune) ? rune : default;
            }
            else if (letter == default || !Scripts.AllowMark(rune, letter))
            {
                return false;
            }

            length++;
        }

        return length is >= 1 and <= Nickname.MaxLength && ReferenceEquals(DisplayText.Sanitize(nfc), nfc);
    }

    private static bool IsTrimmed(char character) => char.IsWhiteSpace(character) || char.IsControl(character) || character == ByteOrderMark;

    // The letters and marks that show nothing are left out: with one of them anybody could take a name that looks like somebody else's.
    private static bool IsPermitted(Rune rune) =>
        rune.Value is '-' or '_' or '.'
        || ((Rune.IsLetterOrDigit(rune) || IsMark(Rune.GetUnicodeCategory(rune))) && !DefaultIgnorable.Contains(rune) && !IsColon(rune));

    // Enclosing marks (a circle, a key cap) are left out: no script writes words with them.
    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Marks drawn like a colon are for the rule of scripts: Burmese names end in one.
    private static bool IsColon(Rune rune) => Rune.IsLetter(rune) && Confusables.LooksLikeColon(rune);
}
