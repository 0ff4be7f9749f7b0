using System.Buffers;
using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>What others get to see of a text that somebody sent: nothing that steers a terminal, hides or forges.</summary>
internal static class DisplayText
{
    /// <summary>The pattern without dots: a symbol by its category that shows nothing.</summary>
    public const char BlankBraille = '\u2800';

    // Printable ASCII and the Latin letters beside it, without the soft hyphen: of a text of these alone nothing is removed.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', 0x0300 - ' ').Select(static code => (char)code).Where(static c => !char.IsControl(c) && c != '\u00AD')]);

    /// <summary>The text without what is not shown; the same instance when all of it is.</summary>
    public static string Sanitize(string text)
    {
        int first = IndexOfSpecial(text);
        return first < 0 ? text : Filter(text, first);
    }

    /// <summary>Where the text shows something first: behind white space and the blank pattern of Braille; -1 for nowhere.</summary>
    public static int IndexOfVisible(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && text[i] != BlankBraille)
            {
                return i;
            }
        }

        return -1;
    }

    // The range is searched with vectors and is all that most texts have; the set is not.
    private static int IndexOfSpecial(ReadOnlySpan<char> text)
    {
        int first = text.IndexOfAnyExceptInRange(' ', '~');
        int further = first < 0 ? -1 : text[first..].IndexOfAnyExcept(Plain);
        return further < 0 ? -1 : first + further;
    }

    private static string Filter(string text, int first)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(0, buffer, 0, first);
        int count = first + CopyShown(text.AsSpan(first), first > 0 ? new Rune(text[first - 1]) : default, buffer.AsSpan(first));
        string shown = count == text.Length ? text : new string(buffer, 0, count);
        ArrayPool<char>.Shared.Return(buffer);
        return shown;
    }

    private static int CopyShown(ReadOnlySpan<char> rest, Rune before, Span<char> shown)
    {
        var context = new DisplayContext(before);
        int count = 0;
        Rune rune = First(rest, out int length);
        while (length > 0)
        {
            rest = rest[length..];
            Rune next = First(rest, out length);
            if (context.Shows(rune, next))
            {
                count += rune.EncodeToUtf16(shown[count..]);
            }

            rune = next;
        }

        return count;
    }

    // Half a surrogate pair, which no UTF-8 gives, is U+FFFD: copied as it is, it might find its other half.
    private static Rune First(ReadOnlySpan<char> text, out int length)
    {
        Rune.DecodeFromUtf16(text, out Rune rune, out length);
        return length > 0 ? rune : default;
    }
}
