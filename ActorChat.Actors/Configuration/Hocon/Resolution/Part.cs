using Akka.Configuration.Hocon.Tree;

namespace Akka.Configuration.Hocon.Resolution;

/// <summary>One of the pieces of a value, with what it stands for.</summary>
internal sealed record Part(Piece Piece, HoconValue Value)
{
    /// <summary>Whether it is only the white space between two others.</summary>
    public bool IsSpace => Piece is Piece.Space;

    /// <summary>Whether it means null where it stands alone.</summary>
    public bool IsNullWord => Piece is Piece.Text { IsQuoted: false, Value: "null" };
}
