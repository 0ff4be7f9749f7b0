using Akka.Configuration.Hocon.Tree;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>What can be said about the pieces of a value before their substitutions are known.</summary>
internal static class PieceList
{
    /// <summary>
    /// The values that the pieces make. Objects side by side become one value each, because putting them together is what
    /// giving them to the same key one after the other does; everything else is one value.
    /// </summary>
    /// <exception cref="ConfigurationException">Pieces of different kinds stand side by side.</exception>
    public static IReadOnlyList<Assignment> ToAssignments(IReadOnlyList<Piece> pieces)
    {
        var kind = pieces.Select(Kind).FirstOrDefault(one => one is not null);
        foreach (var piece in pieces)
        {
            if (Kind(piece) is { } other && other != kind) throw piece.At.Error($"{other} cannot follow {kind} in one value");
        }
        if (!pieces.Any(piece => piece is Piece.Braces)) return [new Assignment(pieces)];

        var objects = pieces.Where(piece => piece is not Piece.Space).ToList();
        return [.. objects.Select(piece => new Assignment([piece], mustBeObject: objects.Count > 1))];
    }

    private static string? Kind(Piece piece) => piece switch
    {
        Piece.Text => "text",
        Piece.Brackets => "a list",
        Piece.Braces => "an object",
        _ => null,
    };
}
