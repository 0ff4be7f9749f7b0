using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon.Tokens;

/// <summary>Reads what stands inside double quotes.</summary>
internal static class QuotedText
{
    private const string Triple = "\"\"\"";

    /// <summary>The text inside the one or three quotes that begin at the cursor, unescaped; the cursor then stands behind them.</summary>
    public static string Read(TextCursor cursor) => cursor.StartsWith(Triple) ? ReadTriple(cursor) : ReadSingle(cursor);

    private static string ReadSingle(TextCursor cursor)
    {
        var opening = cursor.Position;
        var text = new StringBuilder();
        cursor.Take(1);
        while (cursor.Current != '"')
        {
            if (cursor.AtEnd || cursor.Current == '\n')
                throw opening.Error("this '\"' is never closed: expected another '\"' on the same line");
            if (cursor.Current == '\\') text.Append(ReadEscape(cursor));
            else text.Append(cursor.TakeWhile((c, _) => c is not ('"' or '\\' or '\n')));
        }
        cursor.Take(1);
        return text.ToString();
    }

    // No escapes here, and lines may end. Quotes in excess of the closing three belong to the text.
    private static string ReadTriple(TextCursor cursor)
    {
        var opening = cursor.Position;
        var text = new StringBuilder();
        cursor.Take(Triple.Length);
        while (!cursor.StartsWith(Triple))
        {
            if (cursor.AtEnd) throw opening.Error("this '\"\"\"' is never closed: expected another '\"\"\"' before the end of the text");
            text.Append(cursor.Take(1)).Append(cursor.TakeWhile((c, _) => c != '"'));
        }
        var quotes = cursor.TakeWhile((c, _) => c == '"').Length;
        return text.Append('"', quotes - Triple.Length).ToString();
    }

    private static char ReadEscape(TextCursor cursor)
    {
        var at = cursor.Position;
        cursor.Take(1);
        if (cursor.Current == 'u') return ReadCodeUnit(cursor, at);
        char? meant = cursor.Current switch
        {
            '"' or '\\' or '/' => cursor.Current,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        if (meant is null) throw at.Error("after '\\' expected one of \" \\ / b f n r t u; a backslash itself is written \\\\");
        cursor.Take(1);
        return meant.Value;
    }

    private static char ReadCodeUnit(TextCursor cursor, SourcePosition at)
    {
        cursor.Take(1);
        var left = 4;
        var digits = cursor.TakeWhile((c, _) => char.IsAsciiHexDigit(c) && left-- > 0);
        if (digits.Length < 4) throw at.Error("after '\\u' expected four hexadecimal digits");
        return (char)int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
