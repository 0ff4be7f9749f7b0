namespace Akka.Configuration.Hocon.Tree;

/// <summary>
/// From where the path of a substitution counts. The keys of an included text have moved below the place of the include,
/// and a place inside a list has no path from the root of the document at all.
/// </summary>
/// <param name="IsItem">Whether it counts from the innermost list item that it stands in; otherwise from the root of the document.</param>
/// <param name="Prefix">The keys that go before the path.</param>
internal readonly record struct PathBase(bool IsItem, string[] Prefix)
{
    /// <summary>The root of the document.</summary>
    public static PathBase Document { get; } = new(false, []);

    /// <summary>The same base, seen from the text that includes this one at <paramref name="place"/>.</summary>
    public PathBase Below(PathBase place) => IsItem ? this : place with { Prefix = [.. place.Prefix, .. Prefix] };
}
