using System.Globalization;
using System.Text;

namespace ActorChat.Server.Configuration.Hocon;

/// <summary>Scans a text for the blanks, comments and quotes on which Akka's parser and HOCON agree.</summary>
internal sealed class Cursor(SourceText source)
{
    private readonly string _text = source.Text;

    /// <summary>The index of the next character.</summary>
    public int At { get; set; }

    public bool AtEnd => At >= _text.Length;

    /// <summary>The next character; NUL at the end, since no checked text contains one.</summary>
    public char Current => AtEnd ? '\0' : _text[At];

    public bool AtComment => Current == '#' || StartsWith("//");

    public bool AtLineEnd => AtEnd || Current is '\r' or '\n';

    /// <summary>Whether a text without quotes may contain this character.</summary>
    public bool AtPlainText => !AtEnd && !AtComment && !"$\"{}[]:=,#`^?!@*&\\".Contains(Current)
        && !char.IsWhiteSpace(Current) && char.GetUnicodeCategory(Current) is not UnicodeCategory.Format;

    /// <summary>Whether a key without quotes may contain this character.</summary>
    public bool AtPlainKey => (char.IsLetterOrDigit(Current) || Current is '_' or '-' or '/') && !AtComment;

    public bool StartsWith(string text) => string.CompareOrdinal(_text, At, text, 0, text.Length) == 0;

    public string From(int start) => _text[start..At];

    public SettingsErrorException Fail(int at, SettingsError why, Exception? cause = null) => new Place(source, at).Fail(why, cause);

    /// <summary>Skips a text if it is next.</summary>
    public bool Take(string text)
    {
        var seen = StartsWith(text);
        At += seen ? text.Length : 0;
        return seen;
    }

    /// <summary>Skips blanks within the line.</summary>
    public void SkipBlanks()
    {
        while (Current is ' ' or '\t')
            At++;
    }

    /// <summary>Skips blanks, line ends and comments.</summary>
    public void SkipTrivia()
    {
        while (!AtEnd && (Current is ' ' or '\t' or '\r' or '\n' || AtComment))
        {
            if (AtComment)
                At = _text.IndexOf('\n', At) is >= 0 and var end ? end : _text.Length;
            else
                At++;
        }
    }

    /// <summary>Skips a quoted text. Returns it without quotes and escapes.</summary>
    public string ReadQuoted()
    {
        var start = At;
        if (Take("\"\"\""))
            return ReadRaw(start);

        var text = new StringBuilder();
        for (At++; Current != '"'; At++)
        {
            if (AtLineEnd)
                throw Fail(start, texts => texts.HoconUnclosedQuotes);
            text.Append(Current == '\\' ? ReadEscape() : Current);
        }

        At++;
        return text.ToString();
    }

    private string ReadRaw(int start)
    {
        var end = _text.IndexOf("\"\"\"", At, StringComparison.Ordinal);
        if (end < 0)
            throw Fail(start, texts => texts.HoconUnclosedTripleQuotes);
        var text = _text[At..end];
        At = end + 3;
        return Current == '"' ? throw Fail(At, texts => texts.HoconFourthQuote) : text;
    }

    // Stays on the last character of the escape: the caller's loop advances.
    private char ReadEscape()
    {
        var start = At++;
        return Current switch
        {
            '"' or '\\' or '/' => Current,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => ReadCode(start),
            _ => throw Fail(start, texts => texts.HoconBadEscape),
        };
    }

    private char ReadCode(int start)
    {
        if (At + 4 >= _text.Length || !ushort.TryParse(_text.AsSpan(At + 1, 4), NumberStyles.AllowHexSpecifier, null, out var code))
            throw Fail(start, texts => texts.HoconBadEscape);
        At += 4;
        return (char)code;
    }
}
