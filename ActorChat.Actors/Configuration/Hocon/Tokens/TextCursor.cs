namespace Akka.Configuration.Hocon.Tokens;

/// <summary>A place that moves forward through a text, and knows its line and column.</summary>
internal sealed class TextCursor(string text)
{
    private int _offset;
    private int _line = 1;
    private int _lineStart;

    public bool AtEnd => _offset >= text.Length;

    /// <summary>The character here; NUL at the end, where <see cref="AtEnd"/> tells it from a NUL of the text.</summary>
    public char Current => AtEnd ? '\0' : text[_offset];

    /// <summary>The character after this one; NUL where there is none.</summary>
    public char Following => _offset + 1 < text.Length ? text[_offset + 1] : '\0';

    public SourcePosition Position => new(_line, _offset - _lineStart + 1);

    public bool StartsWith(string expected) => string.CompareOrdinal(text, _offset, expected, 0, expected.Length) == 0;

    /// <summary>Moves over so many characters, which are there, and returns them.</summary>
    public string Take(int count)
    {
        var taken = text.Substring(_offset, count);
        for (var end = _offset + count; _offset < end; _offset++)
        {
            if (text[_offset] != '\n') continue;
            _line++;
            _lineStart = _offset + 1;
        }
        return taken;
    }

    /// <summary>Moves to the first character that is not wanted, or to the end, and returns what it went over.</summary>
    public string TakeWhile(Func<char, char, bool> isWanted)
    {
        var end = _offset;
        while (end < text.Length && isWanted(text[end], end + 1 < text.Length ? text[end + 1] : '\0')) end++;
        return Take(end - _offset);
    }
}
