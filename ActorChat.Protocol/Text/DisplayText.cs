using System.Buffers;
using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>Removes from texts what would steer other users' terminals, hide something or forge a line (docs/protocol.md).</summary>
internal static class DisplayText
{
    /// <summary>The pattern without dots: a symbol by category, but it shows nothing.</summary>
    public const char BlankBraille = '\u2800';

    // Printable ASCII and the Latin letters after it, without the soft hyphen: nothing of these is ever removed.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', 0x0300 - ' ').Select(static code => (char)code).Where(static c => !char.IsControl(c) && c != '\u00AD')]);

    /// <summary>The text without what is not shown; the same instance when nothing is removed.</summary>
    public static string Sanitize(string text)
    {
        var first = IndexOfSpecial(text);
        return first < 0 ? text : Filter(text, first);
    }

    /// <summary>The first character that is neither white space nor the blank pattern of Braille; -1: none.</summary>
    public static int IndexOfVisible(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && text[i] != BlankBraille)
                return i;
        }

        return -1;
    }

    // Most texts are ASCII. A range is searched with vectors, and the set is not.
    private static int IndexOfSpecial(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExceptInRange(' ', '~');
        var further = first < 0 ? -1 : text[first..].IndexOfAnyExcept(Plain);
        return further < 0 ? -1 : first + further;
    }

    private static string Filter(string text, int first)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(0, buffer, 0, first);
        var count = first + CopyShown(text.AsSpan(first), first > 0 ? new Rune(text[first - 1]) : default, buffer.AsSpan(first));
        var shown = count == text.Length ? text : new string(buffer, 0, count);
        ArrayPool<char>.Shared.Return(buffer);
        return shown;
    }

    private static int CopyShown(ReadOnlySpan<char> rest, Rune before, Span<char> shown)
    {
        var context = new DisplayContext(before);
        var count = 0;
        var rune = First(rest, out var length);
        while (length > 0)
        {
            rest = rest[length..];
            var next = First(rest, out length);
            if (context.Shows(rune, next))
                count += rune.EncodeToUtf16(shown[count..]);

            rune = next;
        }

        return count;
    }

    // Replaces half a surrogate pair, which no UTF-8 gives, by U+FFFD: copied, it might find its other half.
    private static Rune First(ReadOnlySpan<char> text, out int length)
    {
        Rune.DecodeFromUtf16(text, out var rune, out length);
        return length > 0 ? rune : default;
    }
}
