using System.Globalization;
using System.Text;
using ActorChat.Protocol.Text;

namespace ActorChat.Protocol.Names;

/// <summary>The rules of <see cref="Nickname.TryParse"/>.</summary>
internal static class NicknameRule
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The text without white space, control characters and byte order marks at its ends.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsTrimmed(text[0]))
            text = text[1..];

        while (!text.IsEmpty && IsTrimmed(text[^1]))
            text = text[..^1];

        return text;
    }

    /// <summary>Whether all code points are permitted. To be called before normalizing, which throws on a malformed string.</summary>
    public static bool PermitsCharacters(ReadOnlySpan<char> text)
    {
        // An unpaired surrogate is enumerated as U+FFFD, which is not permitted.
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsPermitted(rune))
                return false;
        }

        return true;
    }

    /// <summary>Whether a text in NFC has a permitted length, and marks only on letters of a fitting script, no more than are shown.</summary>
    public static bool PermitsForm(string nfc)
    {
        var length = 0;
        Rune letter = default;
        foreach (var rune in nfc.EnumerateRunes())
        {
            if (!IsMark(Rune.GetUnicodeCategory(rune)))
                letter = Rune.IsLetter(rune) ? rune : default;
            else if (letter == default || !Scripts.AllowMark(rune, letter))
                return false;

            length++;
        }

        return length is >= 1 and <= Nickname.MaxLength && ReferenceEquals(DisplayText.Sanitize(nfc), nfc);
    }

    private static bool IsTrimmed(char character) => char.IsWhiteSpace(character) || char.IsControl(character) || character == ByteOrderMark;

    // Excludes letters and marks that show nothing: with them a name could look like another one.
    private static bool IsPermitted(Rune rune) =>
        rune.Value is '-' or '_' or '.'
        || ((Rune.IsLetterOrDigit(rune) || IsMark(Rune.GetUnicodeCategory(rune))) && !DefaultIgnorable.Contains(rune) && !IsColon(rune));

    // Excludes enclosing marks (a circle, a key cap): no script writes words with them.
    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // The rule of scripts decides on marks drawn like a colon: Burmese names end in one.
    private static bool IsColon(Rune rune) => Rune.IsLetter(rune) && Confusables.LooksLikeColon(rune);
}
