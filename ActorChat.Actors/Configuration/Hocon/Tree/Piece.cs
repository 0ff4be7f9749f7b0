using Akka.Configuration.Hocon.Tokens;

namespace Akka.Configuration.Hocon.Tree;

/// <summary>One of the pieces that are written side by side to make a value, before resolution.</summary>
/// <param name="At">Where it begins.</param>
internal abstract record Piece(SourcePosition At)
{
    /// <summary>Characters, which mean null where they are <c>null</c>, without quotes, and alone.</summary>
    public sealed record Text(string Value, bool IsQuoted, SourcePosition At) : Piece(At);

    /// <summary>White space between two other pieces, kept where the value turns out to be text.</summary>
    public sealed record Space(string Value, SourcePosition At) : Piece(At);

    /// <summary><c>{ ... }</c></summary>
    public sealed record Braces(ObjectNode Node, SourcePosition At) : Piece(At);

    /// <summary><c>[ ... ]</c>; each item is a <see cref="Slot"/>, because it may be made of several objects.</summary>
    public sealed record Brackets(IReadOnlyList<Slot> Items, SourcePosition At) : Piece(At);

    /// <summary><c>${path}</c>, or the earlier value that <c>+=</c> adds to.</summary>
    public sealed record Reference(SubstitutionSource Source, SourcePosition At) : Piece(At);

    /// <summary>A value that came resolved already, out of an include.</summary>
    public sealed record Done(HoconValue Value, SourcePosition At) : Piece(At);
}
