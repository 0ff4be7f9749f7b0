namespace Akka.Configuration.Hocon.Tokens;

/// <summary>The kinds of <see cref="Token"/>.</summary>
internal enum TokenKind
{
    /// <summary>The end of the text; it comes again however often one asks.</summary>
    End,

    /// <summary>The end of a line.</summary>
    Newline,

    /// <summary>White space inside a line.</summary>
    Space,

    /// <summary>Characters without quotes.</summary>
    Text,

    /// <summary>What stood inside one or three double quotes, without them and unescaped.</summary>
    Quoted,

    /// <summary><c>${path}</c></summary>
    Substitution,

    /// <summary><c>${?path}</c></summary>
    OptionalSubstitution,

    /// <summary><c>{</c></summary>
    LeftBrace,

    /// <summary><c>}</c></summary>
    RightBrace,

    /// <summary><c>[</c></summary>
    LeftBracket,

    /// <summary><c>]</c></summary>
    RightBracket,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>=</c></summary>
    EqualsSign,

    /// <summary><c>+=</c></summary>
    PlusEquals,
}
