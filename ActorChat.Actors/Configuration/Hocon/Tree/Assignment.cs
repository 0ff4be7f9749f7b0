using Akka.Configuration.Hocon.Tokens;

namespace Akka.Configuration.Hocon.Tree;

/// <summary>One value that was given to a key, before resolution. A key may be given several: see <see cref="Slot"/>.</summary>
/// <param name="pieces">The pieces of the value, the first of them not white space.</param>
/// <param name="mustBeObject">Whether it is one of several objects side by side, and so must turn out to be one.</param>
internal sealed class Assignment(IReadOnlyList<Piece> pieces, bool mustBeObject = false)
{
    /// <summary>The pieces of the value.</summary>
    public IReadOnlyList<Piece> Pieces { get; } = pieces;

    /// <summary>Whether it must turn out to be an object, or nothing.</summary>
    public bool MustBeObject { get; } = mustBeObject;

    /// <summary>Where the value begins.</summary>
    public SourcePosition At => Pieces[0].At;

    /// <summary>The object that was written in braces; null where the value is another one.</summary>
    public ObjectNode? Braces { get; } = pieces is [Piece.Braces only] ? only.Node : null;

    /// <summary>Whether it is surely no object, so that it replaces every earlier value of its key.</summary>
    public bool HidesEarlier { get; } =
        pieces.Any(piece => piece is Piece.Text or Piece.Brackets || (piece is Piece.Done done && !done.Value.IsObject()));

    /// <summary>A value that needs no resolution any more.</summary>
    public static Assignment Of(HoconValue value, SourcePosition at) => new([new Piece.Done(value, at)]);
}
