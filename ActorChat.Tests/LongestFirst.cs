using Xunit.Abstractions;

namespace ActorChat.Tests;

/// <summary>Begins with the classes that take longest: begun last, each would run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [".FuzzStressTests", ".StartAndStopTests", ".EndToEnd."];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Rank(collection.DisplayName));

    private static int Rank(string name)
    {
        var rank = Array.FindIndex(Longest, part => name.Contains(part, StringComparison.Ordinal));
        return rank < 0 ? Longest.Length : rank;
    }
}
