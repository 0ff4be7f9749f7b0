namespace Akka.Configuration.Hocon.Tree;

/// <summary>Where a substitution takes its value from.</summary>
/// <param name="Substitution">As its users see it.</param>
/// <param name="Path">The keys of its path.</param>
/// <param name="Bases">From where the path may count; the first that leads to a value is taken.</param>
/// <param name="IsEarlierValue">Whether it is the left side of a <c>+=</c>: not written by anybody, and never an environment variable.</param>
internal sealed record SubstitutionSource(
    HoconSubstitution Substitution,
    string[] Path,
    IReadOnlyList<PathBase> Bases,
    bool IsEarlierValue = false)
{
    /// <summary>The same substitution, in a text that includes its text at <paramref name="place"/>.</summary>
    public SubstitutionSource Below(PathBase place)
    {
        var bases = Bases.Select(one => one.Below(place)).ToList();
        if (!IsEarlierValue && !bases.Exists(one => one is { IsItem: false, Prefix: [] })) bases.Add(PathBase.Document);
        return this with { Substitution = new HoconSubstitution(Substitution.Path, Substitution.IsQuestionMark), Bases = bases };
    }
}
