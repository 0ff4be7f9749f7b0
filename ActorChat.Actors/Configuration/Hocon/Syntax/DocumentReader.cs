using Akka.Configuration.Hocon.Tokens;
using Akka.Configuration.Hocon.Tree;
using Akka.Configuration.Hocon.Values;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>
/// Reads a text into a <see cref="Document"/>: a descent over its grammar, one method a rule. Here are the rules of what has
/// keys (the root, objects in braces, includes); those of the values are in <see cref="ValueReader"/>.
/// </summary>
internal sealed class DocumentReader
{
    private readonly TokenStream _tokens;
    private readonly DepthMeter _depth = new();
    private readonly Includer _includer;
    private readonly ValueReader _values;

    private DocumentReader(string text, Func<string, HoconRoot?>? includeCallback)
    {
        _tokens = new TokenStream(text);
        _includer = new Includer(includeCallback);
        _values = new ValueReader(_tokens, _depth, ReadFields);
    }

    /// <summary>Reads a text; see <see cref="Parser.Parse"/>.</summary>
    public static Document Read(string text, Func<string, HoconRoot?>? includeCallback)
    {
        var reader = new DocumentReader(text, includeCallback);
        var depth = Includer.DepthOfRoot;
        var root = reader.ReadRoot(Scope.Root(depth));
        return new Document(root, reader._depth.Deepest(depth) - depth + 1, reader._values.Substitutions);
    }

    private Slot ReadRoot(Scope scope)
    {
        var node = new ObjectNode();
        _tokens.SkipLines();
        var opening = _tokens.Peek();
        if (_tokens.TryTake(TokenKind.LeftBrace))
        {
            ReadFields(node, scope, opening);
            _tokens.SkipLines();
            if (_tokens.Peek().Kind != TokenKind.End) throw _tokens.Peek().Unexpected("the end of the text after the last '}'");
        }
        else
        {
            ReadFields(node, scope, opening: null);
        }
        var root = new Slot();
        root.Add(new Assignment([new Piece.Braces(node, opening.At)]));
        return root;
    }

    /// <param name="node">The object that gets the keys.</param>
    /// <param name="scope">The inside of that object.</param>
    /// <param name="opening">The brace, taken already, that must be closed; null where the fields go to the end of the text.</param>
    private void ReadFields(ObjectNode node, Scope scope, Token? opening)
    {
        _tokens.SkipLines();
        while (!EndsFields(opening))
        {
            var name = ReadField(node, scope);
            if (!_tokens.TakeSeparator() && _tokens.Peek().Kind is not (TokenKind.RightBrace or TokenKind.End))
                throw _tokens.Peek().Unexpected(opening is null ? $"a new line or ',' after {name}" : $"a new line, ',' or '}}' after {name}");
        }
    }

    private bool EndsFields(Token? opening)
    {
        var next = _tokens.Peek();
        if (opening is { } brace)
        {
            if (next.Kind == TokenKind.End) throw brace.At.Error("this '{' is never closed: expected '}' before the end of the text");
            return _tokens.TryTake(TokenKind.RightBrace);
        }
        if (next.Kind == TokenKind.RightBrace) throw next.At.Error("this '}' closes nothing");
        return next.Kind == TokenKind.End;
    }

    /// <summary>Reads a key with its value, or an include, and returns what to call it in an error.</summary>
    private string ReadField(ObjectNode node, Scope scope)
    {
        var first = _tokens.Take();
        if (first.Kind is not (TokenKind.Text or TokenKind.Quoted)) throw first.Unexpected("a key");
        if (Include.TryRead(first, _tokens) is { } include)
        {
            ReadInclude(node, scope, include);
            return "the include";
        }

        var key = KeyReader.Read(first, _tokens);
        var name = $"'{HoconPath.Join(key)}'";
        var inner = _depth.Check(scope.Key(key), first.At);
        var sign = ReadSign(name);
        var slot = node.At(key, first.At);
        foreach (var value in _values.ReadAssigned(inner, sign, name)) slot.Add(value);
        return $"the value of {name}";
    }

    /// <summary>Goes over the sign between a key and its value; a brace is a sign too, but stays.</summary>
    private Token ReadSign(string name)
    {
        _tokens.SkipSpaces();
        var behindKey = _tokens.Peek();
        _tokens.SkipLines();
        var sign = _tokens.Peek();
        if (sign.IsAssignment) return _tokens.Take();
        if (sign.Kind == TokenKind.LeftBrace) return sign;
        throw behindKey.Unexpected($"'=', ':' or '{{' after the key {name}");
    }

    private void ReadInclude(ObjectNode node, Scope scope, Include include)
    {
        if (_includer.Load(include, scope.Depth) is not { } root) return;
        if (root.Document is { } document)
        {
            _depth.Check(scope with { Depth = scope.Depth + document.Depth - 1 }, include.At);
            var graft = new Graft(scope.Place, include.Origin);
            node.Add(graft.Copy(document.Keys));
            _values.Substitutions.AddRange(graft.Substitutions);
            return;
        }
        if (root.Value.GetObject() is not { } keys) throw include.At.Error($"the included \"{include.Name}\" is not an object");
        _depth.Check(scope with { Depth = scope.Depth + keys.Extent.Depth - 1 }, include.At);
        foreach (var (key, value) in keys.Items) node[key].Add(Assignment.Of(value, include.At));
    }
}
