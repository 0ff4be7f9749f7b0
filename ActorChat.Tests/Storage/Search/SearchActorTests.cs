using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Search;
using Akka.Actor;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Storage.Search;

/// <summary>Who waits for a search, and for how long.</summary>
public sealed class SearchActorTests() : Akka.TestKit.Xunit2.TestKit("""
    akka.actor.serialize-messages = on
    akka.loglevel = WARNING
    akka.loggers = []
    pinned { type = PinnedDispatcher }
    """), IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _clock = new();
    private readonly SemaphoreSlim _mayEnd = new(0);
    private readonly SemaphoreSlim _begun = new(0);

    [Fact]
    public void More_than_can_wait_are_told_so_and_the_others_get_their_turn()
    {
        var search = Start();
        Ask(search, 0);
        Assert.True(_begun.Wait(Limit));
        for (var request = 1; request <= SearchActor.Capacity + 1; request++)
            Ask(search, request);

        Assert.Equal(new SearchEvent.NotFound(SearchActor.Capacity + 1, NotFoundReason.Busy), ExpectMsg<SearchEvent.NotFound>(Limit));
        _mayEnd.Release(SearchActor.Capacity + 1);
        for (var request = 0; request <= SearchActor.Capacity; request++)
            Assert.Equal(request, ExpectMsg<SearchEvent.Found>(Limit).Request);
    }

    [Fact]
    public void Who_has_waited_too_long_is_told_so_and_not_searched_for()
    {
        var search = Start();
        Ask(search, 1);
        Assert.True(_begun.Wait(Limit));
        Ask(search, 2);
        Settle(search);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Ask(search, 3);
        Settle(search);
        _mayEnd.Release(2);

        Assert.Equal(1, ExpectMsg<SearchEvent.Found>(Limit).Request);
        Assert.Equal(2, ExpectMsg<SearchEvent.NotFound>(Limit).Request);
        Assert.Equal(3, ExpectMsg<SearchEvent.Found>(Limit).Request);
    }

    [Fact]
    public void What_is_logged_of_a_search_shows_no_words_of_users() => Assert.All(
        new object[] { new SearchCommand.Find(Query, TestActor, 1), Query },
        message => Assert.DoesNotContain("secreto", $"{message}", StringComparison.Ordinal));

    void IDisposable.Dispose()
    {
        _mayEnd.Release(1000);
        Dispose();
        _mayEnd.Dispose();
        _begun.Dispose();
    }

    private static SearchQuery Query { get; } = new(["general"], ["secreto"], long.MaxValue);

    private void Ask(IActorRef search, long request) => search.Tell(new SearchCommand.Find(Query, TestActor, request));

    private void Settle(IActorRef search)
    {
        search.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>(Limit);
    }

    private IActorRef Start()
    {
        const string Dispatcher = "pinned";
        var search = new ScriptedSearch(_ =>
        {
            _begun.Release();
            _mayEnd.Wait(Limit);
            return new SearchPage([], null);
        });
        var unused = new OpenException("x", new OpenError.Locked());
        return ActorOf(SearchActor.PropsFor(new PersistenceContext(
            () => throw unused,
            () => throw unused,
            () => throw unused,
            () => throw unused,
            MaxBatch: 1,
            new PersistenceDispatchers(Dispatcher, Dispatcher, Dispatcher, Dispatcher, Dispatcher),
            _clock,
            TestServer.Texts)
        {
            OpenSearch = _ => search,
            OpenTokens = () => throw new NotSupportedException(),
        }));
    }
}
