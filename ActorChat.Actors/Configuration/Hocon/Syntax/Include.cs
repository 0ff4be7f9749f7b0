using Akka.Configuration.Hocon.Tokens;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>An <c>include "name"</c>, <c>include file("name")</c> or <c>include required("name")</c>.</summary>
/// <param name="Name">The name as it was written.</param>
/// <param name="IsRequired">Whether it is an error that there is nothing of this name.</param>
/// <param name="At">Where the statement begins.</param>
internal sealed record Include(string Name, bool IsRequired, SourcePosition At)
{
    private const string Forms = "\"name\", file(\"name\") or required(\"name\")";

    /// <summary>What stands before the errors of the included text.</summary>
    public string Origin => $"{At}: in the included \"{Name}\": ";

    /// <summary>Reads the rest of the statement; null where <paramref name="first"/> begins a key instead, and nothing of it is taken.</summary>
    /// <param name="first">The token at the place of a key, which is taken already.</param>
    /// <param name="tokens">Where the others follow.</param>
    public static Include? TryRead(Token first, TokenStream tokens)
    {
        if (first is not { Kind: TokenKind.Text, Text: "include" }) return null;
        tokens.SkipSpaces();
        var next = tokens.Peek();
        if (next.IsAssignment || next.Kind is TokenKind.LeftBrace or TokenKind.Newline) return null;

        var opened = 0;
        var isRequired = false;
        if (next.Kind == TokenKind.Text) (opened, isRequired) = ReadForms(tokens);
        if (tokens.Peek().Kind != TokenKind.Quoted) throw Expected(Forms, tokens.Peek());
        var name = tokens.Take().Text;
        Close(opened, tokens);
        return new Include(name, isRequired, first.At);
    }

    private static (int Opened, bool IsRequired) ReadForms(TokenStream tokens)
    {
        var token = tokens.Take();
        var opened = 0;
        var isRequired = false;
        for (var rest = token.Text; rest.Length > 0; opened++)
        {
            var form = rest[..(rest.IndexOf('(', StringComparison.Ordinal) + 1)];
            if (form is not ("file(" or "required(")) throw Expected(Forms, token);
            isRequired |= form == "required(";
            rest = rest[form.Length..];
        }
        tokens.SkipSpaces();
        return (opened, isRequired);
    }

    private static void Close(int opened, TokenStream tokens)
    {
        while (opened > 0)
        {
            tokens.SkipSpaces();
            var token = tokens.Peek();
            if (token.Kind != TokenKind.Text || token.Text.Length > opened || token.Text.Any(c => c != ')')) throw Expected("')'", token);
            opened -= tokens.Take().Text.Length;
        }
    }

    private static ConfigurationException Expected(string what, Token found) =>
        found.At.Error($"after 'include' expected {what}, found {found.Describe()}");
}
