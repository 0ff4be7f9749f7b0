using ActorChat.Tests.Storage.MySql;
using Xunit.Abstractions;

namespace ActorChat.Tests;

/// <summary>Begins with the classes that take longest: begun last, each would run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    // All classes that share a MariaDB server are one collection, which mostly waits for servers that are frozen.
    private static readonly string[] Longest =
    [
        ".FuzzStressTests", MariaDbFixture.Name, ".FaultyLinksStressTests", ".StartAndStopTests", ".GhostTests", ".Tests.Web.",
        ".EndToEnd.", ".Client.", ".Stress.",
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Rank(collection.DisplayName));

    private static int Rank(string name)
    {
        var rank = Array.FindIndex(Longest, part => name.Contains(part, StringComparison.Ordinal));
        return rank < 0 ? Longest.Length : rank;
    }
}
