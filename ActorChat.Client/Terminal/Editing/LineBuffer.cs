using System.Globalization;

namespace ActorChat.Client.Terminal.Editing;

/// <summary>
/// A line and the cursor in it. Immutable. The cursor always stands between two user-perceived characters (extended grapheme clusters,
/// UAX #29), so no key splits an emoji or takes an accent off its letter.
/// </summary>
internal sealed record LineBuffer
{
    /// <summary>The longest line, in UTF-16 units: more than a server takes, so that a paste can be cut here.</summary>
    public const int MaxCharacters = 16 * 1024;

    private LineBuffer(string text, int cursor) => (Text, Cursor) = (text, cursor);

    public static LineBuffer Empty { get; } = new("", 0);

    /// <summary>Without control characters.</summary>
    public string Text { get; }

    /// <summary>0 to the length of <see cref="Text"/>.</summary>
    public int Cursor { get; }

    /// <summary>A line with the cursor at its end.</summary>
    public static LineBuffer Create(string text) => Empty.Insert(text);

    /// <summary>A line with the cursor at <paramref name="cursor"/>, or after the character that this would split.</summary>
    public static LineBuffer At(string text, int cursor) => new(text, SnapForward(text, cursor));

    /// <summary>Inserts at the cursor; the same line where that would make it too long.</summary>
    public LineBuffer Insert(string text)
    {
        var clean = string.Concat(text.Where(c => !char.IsControl(c)));
        return Text.Length + clean.Length > MaxCharacters ? this : At(Text.Insert(Cursor, clean), Cursor + clean.Length);
    }

    public LineBuffer Left() => new(Text, Previous(Cursor));

    public LineBuffer Right() => new(Text, Next(Cursor));

    public LineBuffer Home() => new(Text, 0);

    public LineBuffer End() => new(Text, Text.Length);

    public LineBuffer WordLeft() => new(Text, StartOfWord(IsPartOfName));

    public LineBuffer WordRight() => new(Text, EndOfWord());

    public LineBuffer Backspace() => Without(Previous(Cursor), Cursor);

    public LineBuffer Delete() => Without(Cursor, Next(Cursor));

    /// <summary>Without the word before the cursor, back to white space.</summary>
    public LineBuffer KillWordLeft() => Without(StartOfWord(static c => !char.IsWhiteSpace(c)), Cursor);

    /// <summary>Without the word of letters and digits before the cursor.</summary>
    public LineBuffer KillNameLeft() => Without(StartOfWord(IsPartOfName), Cursor);

    public LineBuffer KillWordRight() => Without(Cursor, EndOfWord());

    public LineBuffer KillToStart() => Without(0, Cursor);

    public LineBuffer KillToEnd() => Without(Cursor, Text.Length);

    /// <summary>The characters on both sides of the cursor change places; at the end of the line, the last two do.</summary>
    public LineBuffer Transpose()
    {
        var middle = Cursor == Text.Length ? Previous(Cursor) : Cursor;
        var start = Previous(middle);
        var end = Next(middle);
        return start == middle || middle == end ? this : At(Text[..start] + Text[middle..end] + Text[start..middle] + Text[end..], end);
    }

    // A cut can join neighbours to one character (a letter and an accent): then the cursor goes behind it.
    private LineBuffer Without(int start, int end) => At(Text.Remove(start, end - start), start);

    private int Next(int place) => place == Text.Length ? place : place + StringInfo.GetNextTextElementLength(Text, place);

    private int Previous(int place)
    {
        var previous = 0;
        for (var next = 0; next < place; next = Next(next))
            previous = next;
        return previous;
    }

    // Searches from the left, as clusters can only be found that way.
    private int StartOfWord(Func<char, bool> isPart)
    {
        var start = 0;
        var wasPart = false;
        for (var place = 0; place < Cursor; place = Next(place))
        {
            var isInWord = isPart(Text[place]);
            if (isInWord && !wasPart)
                start = place;
            wasPart = isInWord;
        }

        return start;
    }

    private int EndOfWord()
    {
        var place = Cursor;
        while (place < Text.Length && !IsPartOfName(Text[place]))
            place = Next(place);
        while (place < Text.Length && IsPartOfName(Text[place]))
            place = Next(place);
        return place;
    }

    // Surrogates count as letters: most characters of the higher planes are.
    private static bool IsPartOfName(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static int SnapForward(string text, int cursor)
    {
        var place = 0;
        while (place < cursor)
            place += StringInfo.GetNextTextElementLength(text, place);
        return place;
    }
}
