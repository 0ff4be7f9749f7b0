using System.Text;
using Akka.Configuration.Hocon.Tokens;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>
/// Reads the keys before a value: <c>a.b</c> is two, <c>"a.b"</c> is one, and so is <c>a b</c>, whose space belongs to it.
/// White space next to a dot belongs to no key.
/// </summary>
internal sealed class KeyReader
{
    private readonly List<string> _keys = [];
    private readonly StringBuilder _key = new();
    private bool _isBegun;
    private string _space = "";

    /// <summary>Reads the keys, one or more.</summary>
    /// <param name="first">The token that begins them, text or quoted, which is taken already.</param>
    /// <param name="tokens">Where the others follow.</param>
    public static string[] Read(Token first, TokenStream tokens)
    {
        var reader = new KeyReader();
        reader.Add(first);
        while (tokens.Peek().Kind is TokenKind.Text or TokenKind.Quoted or TokenKind.Space) reader.Add(tokens.Take());
        reader.EndKey(first.At);
        return [.. reader._keys];
    }

    private void Add(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Space:
                _space = token.Text;
                break;
            case TokenKind.Quoted:
                Append(token.Text);
                break;
            default:
                AddDotted(token);
                break;
        }
    }

    private void AddDotted(Token token)
    {
        var parts = token.Text.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) EndKey(token.At);
            if (parts[i].Length > 0) Append(parts[i]);
        }
    }

    private void Append(string part)
    {
        if (_isBegun) _key.Append(_space);
        _space = "";
        _key.Append(part);
        _isBegun = true;
    }

    private void EndKey(SourcePosition at)
    {
        if (!_isBegun) throw at.Error("expected a key before and after every '.'; a key without characters is written \"\"");
        _keys.Add(_key.ToString());
        _key.Clear();
        _isBegun = false;
        _space = "";
    }
}
