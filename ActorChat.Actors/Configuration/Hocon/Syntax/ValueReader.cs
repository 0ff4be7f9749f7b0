using Akka.Configuration.Hocon.Tokens;
using Akka.Configuration.Hocon.Tree;
using Akka.Configuration.Hocon.Values;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>Reads values: the pieces that stand side by side, and lists.</summary>
/// <param name="tokens">The text.</param>
/// <param name="depth">What stops too deep a nesting.</param>
/// <param name="readFields">Reads the keys of an object whose opening brace is taken, and the closing one.</param>
internal sealed class ValueReader(TokenStream tokens, DepthMeter depth, Action<ObjectNode, Scope, Token?> readFields)
{
    /// <summary>The substitutions so far, in the order in which they were written.</summary>
    public List<HoconSubstitution> Substitutions { get; } = [];

    /// <summary>Reads the value of a key, and returns what it gives the key, the oldest first.</summary>
    /// <param name="scope">The place of the value.</param>
    /// <param name="sign">What stood between the key and the value.</param>
    /// <param name="name">The key, for errors.</param>
    public IReadOnlyList<Assignment> ReadAssigned(Scope scope, Token sign, string name)
    {
        if (sign.IsAssignment) tokens.SkipLines();
        var isItem = sign.Kind == TokenKind.PlusEquals;
        var values = ReadValue(isItem ? depth.Check(scope.Item(), sign.At) : scope, $"a value for {name}");

        // "a =" on one line and "b = 1" on the next: the second key was taken for the first value.
        if (tokens.Peek().IsAssignment && values[0].At.Line > sign.At.Line) throw sign.At.Error($"expected a value for {name} after {sign.Describe()}");
        return isItem ? [Append(scope.Place, values, sign.At)] : values;
    }

    // "a += x" is "a = ${?a} [x]".
    private static Assignment Append(PathBase place, IReadOnlyList<Assignment> values, SourcePosition at)
    {
        var path = place.Prefix;
        var earlier = new SubstitutionSource(
            new HoconSubstitution(HoconPath.Join(path), isQuestionMark: true), path, [place with { Prefix = [] }], IsEarlierValue: true);
        return new Assignment([new Piece.Reference(earlier, at), new Piece.Brackets([Slot.Of(values)], at)]);
    }

    private IReadOnlyList<Assignment> ReadValue(Scope scope, string expected)
    {
        var pieces = new List<Piece>();
        Token? space = null;
        while (true)
        {
            if (tokens.Peek().Kind == TokenKind.Space)
            {
                space = tokens.Take();
                continue;
            }
            if (TryReadPiece(scope) is not { } piece) break;
            if (space is { } between && pieces.Count > 0) pieces.Add(new Piece.Space(between.Text, between.At));
            space = null;
            pieces.Add(piece);
        }
        return pieces.Count > 0 ? PieceList.ToAssignments(pieces) : throw tokens.Peek().Unexpected(expected);
    }

    private Piece? TryReadPiece(Scope scope)
    {
        var token = tokens.Peek();
        switch (token.Kind)
        {
            case TokenKind.Text or TokenKind.Quoted:
                tokens.Take();
                return new Piece.Text(token.Text, token.Kind == TokenKind.Quoted, token.At);
            case TokenKind.Substitution or TokenKind.OptionalSubstitution:
                return ReadSubstitution(tokens.Take());
            case TokenKind.LeftBrace:
                return ReadObject(depth.Check(scope.Object(), token.At), tokens.Take());
            case TokenKind.LeftBracket:
                return ReadList(depth.Check(scope.Item(), token.At), tokens.Take());
            default:
                return null;
        }
    }

    private Piece.Braces ReadObject(Scope scope, Token opening)
    {
        var node = new ObjectNode();
        readFields(node, scope, opening);
        return new Piece.Braces(node, opening.At);
    }

    private Piece.Brackets ReadList(Scope scope, Token opening)
    {
        var items = new List<Slot>();
        tokens.SkipLines();
        while (!tokens.TryTake(TokenKind.RightBracket))
        {
            if (tokens.Peek().Kind == TokenKind.End) throw opening.At.Error("this '[' is never closed: expected ']' before the end of the text");
            items.Add(Slot.Of(ReadValue(scope, "a value or ']' in this list")));
            if (!tokens.TakeSeparator() && tokens.Peek().Kind is not (TokenKind.RightBracket or TokenKind.End))
                throw tokens.Peek().Unexpected("a new line, ',' or ']' after a value of this list");
        }
        return new Piece.Brackets(items, opening.At);
    }

    private Piece.Reference ReadSubstitution(Token token)
    {
        var path = HoconPath.Split(token.Text);
        var isWhole = token.Text.Contains("\"\"", StringComparison.Ordinal) || path.All(key => key.Length > 0);
        if (!isWhole) throw token.At.Error($"expected a path such as a.b in {token.Describe()}");

        var substitution = new HoconSubstitution(token.Text, token.Kind == TokenKind.OptionalSubstitution);
        Substitutions.Add(substitution);
        return new Piece.Reference(new SubstitutionSource(substitution, path, [PathBase.Document]), token.At);
    }
}
