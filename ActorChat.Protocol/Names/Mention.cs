using System.Globalization;
using System.Text;
using ActorChat.Protocol.Text;

namespace ActorChat.Protocol.Names;

/// <summary>Finds nicknames in messages.</summary>
internal static class Mention
{
    // Both sentences and nicknames use them.
    private const string Signs = "-.";

    /// <summary>
    /// Whether a nickname, in any spelling, is a word of the message. "¡Ana!" and "-ana-" call <c>ana</c>; "mañana", "x-ana" and "ana-2",
    /// which are other nicknames, do not.
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

    // Signs around the word may belong to the sentence. Those of the nickname are required.
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
