namespace Akka.Configuration.Hocon.Tree;

/// <summary>
/// From where the path of a substitution counts. The keys of an included text have moved below the place of the include,
/// and a place inside a list has no path from the root of the document at all.
/// </summary>
/// <param name="ItemsUp">
/// Null where it counts from the root of the document. Otherwise from a list item: 0 is the innermost one around the
/// substitution, 1 the next one outwards.
/// </param>
/// <param name="Prefix">The keys that go before the path.</param>
internal readonly record struct PathBase(int? ItemsUp, string[] Prefix)
{
    /// <summary>The root of the document.</summary>
    public static PathBase Document { get; } = new(null, []);

    /// <summary>The inside of a list item.</summary>
    public static PathBase Item { get; } = new(0, []);

    /// <summary>The same base, seen from the text that includes this one.</summary>
    /// <param name="place">The place of the include.</param>
    /// <param name="items">How many list items the included text itself has around the substitution.</param>
    public PathBase Below(PathBase place, int items) =>
        ItemsUp is null ? new PathBase(place.ItemsUp + items, [.. place.Prefix, .. Prefix]) : this;
}
