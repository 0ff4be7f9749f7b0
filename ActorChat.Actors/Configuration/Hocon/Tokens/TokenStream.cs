namespace Akka.Configuration.Hocon.Tokens;

/// <summary>The tokens of a text, with a look at the next one.</summary>
internal sealed class TokenStream(string text)
{
    private readonly Tokenizer _tokenizer = new(text);
    private Token? _next;

    public Token Peek() => _next ??= _tokenizer.Next();

    public Token Take()
    {
        var token = Peek();
        _next = null;
        return token;
    }

    /// <summary>Takes the next token where it is of this kind.</summary>
    public bool TryTake(TokenKind kind)
    {
        if (Peek().Kind != kind) return false;
        Take();
        return true;
    }

    /// <summary>Goes over white space; the line stays the same.</summary>
    public void SkipSpaces()
    {
        while (TryTake(TokenKind.Space)) { }
    }

    /// <summary>Goes over white space and ends of lines, and tells whether there was an end of a line.</summary>
    public bool SkipLines()
    {
        SkipSpaces();
        var any = false;
        while (TryTake(TokenKind.Newline))
        {
            any = true;
            SkipSpaces();
        }
        return any;
    }

    /// <summary>Goes over ends of lines with at most one comma among them, and tells whether there was either.</summary>
    public bool TakeSeparator()
    {
        var any = SkipLines();
        any |= TryTake(TokenKind.Comma);
        SkipLines();
        return any;
    }
}
