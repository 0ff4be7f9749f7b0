using System.Globalization;
using System.Text;

namespace ActorChat.Server.Configuration.Checking;

/// <summary>Goes through a text: what blanks, comments and quotes are, as Akka's parser and HOCON see them alike.</summary>
internal sealed class Cursor(SourceText source)
{
    private readonly string _text = source.Text;

    /// <summary>The index of the next character.</summary>
    public int At { get; set; }

    /// <summary>Whether there is none.</summary>
    public bool AtEnd => At >= _text.Length;

    /// <summary>The next character; NUL at the end, which stands in no text that was checked.</summary>
    public char Current => AtEnd ? '\0' : _text[At];

    /// <summary>Whether a comment begins here.</summary>
    public bool AtComment => Current == '#' || Sees("//");

    /// <summary>Whether the line ends here.</summary>
    public bool AtLineEnd => AtEnd || Current is '\r' or '\n';

    /// <summary>Whether this character can be part of a text without quotes.</summary>
    public bool AtPlainText => !AtEnd && !AtComment && !"$\"{}[]:=,#`^?!@*&\\".Contains(Current)
        && !char.IsWhiteSpace(Current) && char.GetUnicodeCategory(Current) is not UnicodeCategory.Format;

    /// <summary>Whether this character can be part of a key without quotes.</summary>
    public bool AtPlainKey => (char.IsLetterOrDigit(Current) || Current is '_' or '-' or '/') && !AtComment;

    /// <summary>Whether a text stands here.</summary>
    public bool Sees(string text) => string.CompareOrdinal(_text, At, text, 0, text.Length) == 0;

    /// <summary>The text from an index to here.</summary>
    public string From(int start) => _text[start..At];

    /// <summary>A mistake at an index.</summary>
    public SettingsErrorException Fail(int at, SettingsError why, Exception? cause = null) => new Place(source, at).Fail(why, cause);

    /// <summary>Steps over a text if it stands here.</summary>
    public bool Take(string text)
    {
        var seen = Sees(text);
        At += seen ? text.Length : 0;
        return seen;
    }

    /// <summary>Goes to the next character on the line that is no blank.</summary>
    public void SkipBlanks()
    {
        while (Current is ' ' or '\t')
            At++;
    }

    /// <summary>Goes to the next character that means something.</summary>
    public void SkipToMeaning()
    {
        while (!AtEnd && (Current is ' ' or '\t' or '\r' or '\n' || AtComment))
        {
            if (AtComment)
                At = _text.IndexOf('\n', At) is >= 0 and var end ? end : _text.Length;
            else
                At++;
        }
    }

    /// <summary>Steps over a text in quotes, and gives what it says.</summary>
    public string ReadQuoted()
    {
        var start = At;
        if (Take("\"\"\""))
            return ReadRaw(start);

        var said = new StringBuilder();
        for (At++; Current != '"'; At++)
        {
            if (AtLineEnd)
                throw Fail(start, texts => texts.HoconUnclosedQuotes);
            said.Append(Current == '\\' ? ReadEscape() : Current);
        }

        At++;
        return said.ToString();
    }

    private string ReadRaw(int start)
    {
        var end = _text.IndexOf("\"\"\"", At, StringComparison.Ordinal);
        if (end < 0)
            throw Fail(start, texts => texts.HoconUnclosedTripleQuotes);
        var said = _text[At..end];
        At = end + 3;
        return Current == '"' ? throw Fail(At, texts => texts.HoconFourthQuote) : said;
    }

    // Stays on the last character of the escape.
    private char ReadEscape()
    {
        var start = At++;
        switch (Current)
        {
            case '"' or '\\' or '/':
                return Current;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when At + 4 < _text.Length && ushort.TryParse(_text.AsSpan(At + 1, 4), NumberStyles.AllowHexSpecifier, null, out var code):
                At += 4;
                return (char)code;
            default:
                throw Fail(start, texts => texts.HoconBadEscape);
        }
    }
}
