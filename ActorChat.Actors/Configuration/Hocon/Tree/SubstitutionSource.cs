namespace Akka.Configuration.Hocon.Tree;

/// <summary>Where a substitution takes its value from.</summary>
/// <param name="Substitution">As its users see it.</param>
/// <param name="Path">The keys of its path.</param>
/// <param name="Bases">From where the path may count; the first that leads to a value is taken.</param>
/// <param name="IsEarlierValue">Whether it is the left side of a <c>+=</c>: nobody wrote it, and it is no environment variable.</param>
internal sealed record SubstitutionSource(
    HoconSubstitution Substitution,
    string[] Path,
    IReadOnlyList<PathBase> Bases,
    bool IsEarlierValue = false)
{
    /// <summary>The same substitution, in a text that includes its text.</summary>
    /// <param name="place">The place of the include.</param>
    /// <param name="items">How many list items the included text itself has around the substitution.</param>
    public SubstitutionSource Below(PathBase place, int items)
    {
        var bases = Bases.Select(one => one.Below(place, items)).ToList();
        if (!IsEarlierValue && !bases.Exists(one => one is { ItemsUp: null, Prefix: [] })) bases.Add(PathBase.Document);
        return this with { Substitution = new HoconSubstitution(Substitution.Path, Substitution.IsQuestionMark), Bases = bases };
    }
}
