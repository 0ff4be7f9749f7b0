using ActorChat.Server.Storage.Search;

namespace ActorChat.Tests.Storage.Search;

/// <summary>Gives what a test says, or throws it. It has always caught up.</summary>
internal sealed class ScriptedSearch(Func<SearchQuery, SearchPage> find) : IMessageSearch
{
    public double CatchUp(int count) => 1;

    public SearchPage Find(SearchQuery query, int count, TimeSpan limit) => find(query);

    public void Dispose()
    {
    }
}
