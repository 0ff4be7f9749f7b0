using System.Globalization;
using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>Whether a message names somebody.</summary>
internal static class Mention
{
    // What ends or joins sentences as well as names.
    private const string Signs = "-.";

    /// <summary>
    /// Whether a nickname stands in a message as a word of its own, in any spelling of it: <c>ana</c> is called by "¡Ana!" and "-ana-",
    /// and not by "mañana", "x-ana" or "ana-2", which are nicknames of others.
    /// </summary>
    public static bool Calls(string said, string? nickname)
    {
        if (string.IsNullOrEmpty(nickname))
            return false;

        var folded = CaseFolding.Casefold(nickname);
        for (var rest = said.AsSpan(); NextWord(ref rest) is { IsEmpty: false } word;)
        {
            if (Names(CaseFolding.Casefold(word.ToString()), folded))
                return true;
        }

        return false;
    }

    // Signs around the word may belong to the sentence, but those of the nickname must be there.
    private static bool Names(ReadOnlySpan<char> word, ReadOnlySpan<char> nickname)
    {
        var name = nickname.Trim(Signs);
        if (name.IsEmpty)
            return word.SequenceEqual(nickname);

        var start = word.Length - word.TrimStart(Signs).Length;
        var nameStart = nickname.Length - nickname.TrimStart(Signs).Length;
        return word.Trim(Signs).SequenceEqual(name)
            && word[..start].EndsWith(nickname[..nameStart])
            && word[(start + name.Length)..].StartsWith(nickname[(nameStart + name.Length)..]);
    }

    // Empty behind the last word.
    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        var start = Length(rest, static rune => !IsOfName(rune));
        var end = start + Length(rest[start..], IsOfName);
        var word = rest[start..end];
        rest = rest[end..];
        return word;
    }

    private static int Length(ReadOnlySpan<char> text, Func<Rune, bool> belongs)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!belongs(rune))
                break;
            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    private static bool IsOfName(Rune rune) =>
        rune.Value is '-' or '.' or '_' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
