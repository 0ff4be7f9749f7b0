using Akka.Configuration.Hocon.Tree;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>Where the reader stands.</summary>
/// <param name="Place">The path of the object or value being read.</param>
/// <param name="Depth">How many objects and lists are open around it.</param>
internal readonly record struct Scope(PathBase Place, int Depth)
{
    /// <summary>The root object of a text, in which <paramref name="depth"/> objects and lists are open, itself included.</summary>
    public static Scope Root(int depth) => new(PathBase.Document, depth);

    /// <summary>The value of a key: all keys of its path but the last are objects of their own.</summary>
    public Scope Key(string[] path) => new(Place with { Prefix = [.. Place.Prefix, .. path] }, Depth + path.Length - 1);

    /// <summary>The inside of an object in braces.</summary>
    public Scope Object() => this with { Depth = Depth + 1 };

    /// <summary>An item of a list in brackets.</summary>
    public Scope Item() => new(new PathBase(true, []), Depth + 1);
}
