using System.Globalization;

namespace Akka.Configuration.Hocon.Tokens;

/// <summary>Cuts a text into tokens, one at a time, so that the first error of a text is the one that is reported.</summary>
internal sealed class Tokenizer(string text)
{
    // Those that HOCON keeps for itself in unquoted text. A plus is text unless it begins "+=": numbers have it.
    private const string Reserved = "$\"{}[]:=,#`^?!@*&\\";

    private readonly TextCursor _cursor = new(text);

    /// <summary>The next token.</summary>
    /// <exception cref="ConfigurationException">What comes next is not a token.</exception>
    public Token Next()
    {
        SkipComment();
        var at = _cursor.Position;
        if (_cursor.AtEnd) return new Token(TokenKind.End, "", at);
        if (_cursor.Current == '\n') return new Token(TokenKind.Newline, _cursor.Take(1), at);
        if (IsSpace(_cursor.Current)) return new Token(TokenKind.Space, _cursor.TakeWhile((c, _) => IsSpace(c)), at);
        if (_cursor.Current == '"') return new Token(TokenKind.Quoted, QuotedText.Read(_cursor), at);
        if (_cursor.StartsWith("${")) return ReadSubstitution(at);
        if (_cursor.StartsWith("+=")) return new Token(TokenKind.PlusEquals, _cursor.Take(2), at);
        if (Sign(_cursor.Current) is { } sign) return new Token(sign, _cursor.Take(1), at);
        if (!IsText(_cursor.Current, _cursor.Following)) throw at.Error(Refusal(_cursor.Current));
        return new Token(TokenKind.Text, _cursor.TakeWhile(IsText), at);
    }

    private static TokenKind? Sign(char c) => c switch
    {
        '{' => TokenKind.LeftBrace,
        '}' => TokenKind.RightBrace,
        '[' => TokenKind.LeftBracket,
        ']' => TokenKind.RightBracket,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '=' => TokenKind.EqualsSign,
        _ => null,
    };

    // A byte order mark is white space, as the HOCON specification wants.
    private static bool IsSpace(char c) => c != '\n' && (char.IsWhiteSpace(c) || c == '\uFEFF');

    private static bool IsText(char c, char next) =>
        !IsSpace(c) && !char.IsControl(c) && !Reserved.Contains(c) && !(c == '/' && next == '/') && !(c == '+' && next == '=');

    private static string Refusal(char c)
    {
        if (char.IsControl(c)) return string.Create(CultureInfo.InvariantCulture, $"the control character U+{(int)c:X4} must be inside quotes, as \\u{(int)c:x4}");
        var hint = c == '$' ? "; a substitution is written ${path}" : "";
        return $"'{c}' must be inside double quotes{hint}";
    }

    private void SkipComment()
    {
        if (_cursor.Current == '#' || _cursor.StartsWith("//")) _cursor.TakeWhile((c, _) => c != '\n');
    }

    private Token ReadSubstitution(SourcePosition at)
    {
        var optional = _cursor.StartsWith("${?");
        _cursor.Take(optional ? 3 : 2);

        var quoted = false;
        var escaped = false;
        var path = _cursor.TakeWhile((c, _) =>
        {
            if (c == '"' && !escaped) quoted = !quoted;
            escaped = quoted && c == '\\' && !escaped;
            return c != '\n' && (quoted || c is not ('}' or '{'));
        });
        if (_cursor.Current != '}') throw at.Error("this '${' is never closed: expected '}' on the same line");

        _cursor.Take(1);
        return new Token(optional ? TokenKind.OptionalSubstitution : TokenKind.Substitution, path.Trim(), at);
    }
}
