using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.History;
using ActorChat.Server.Storage.Moderation;
using Akka.Actor;
using Microsoft.Extensions.Time.Testing;
using Message = ActorChat.Server.Storage.StoredMessage;

namespace ActorChat.Tests.Storage;

public sealed class HistoryActorTests : Akka.TestKit.Xunit2.TestKit
{
    private readonly FakeTimeProvider _clock = new();
    private readonly SemaphoreSlim _reached = new(0), _released = new(0);
    private readonly IActorRef _history;
    private Exception? _failure;

    public HistoryActorTests()
        : base("akka.test.single-expect-default = 20s")
    {
        _history = Sys.ActorOf(Props.Create<HistoryActor>(new PersistenceContext(
            () => throw new NotSupportedException(),
            () => new HeldReader(this),
            () => throw new NotSupportedException(),
            () => throw new NotSupportedException(),
            MaxBatch: 1,
            new PersistenceDispatchers("", "", "", "", ""),
            _clock,
            Texts.For(Language.Spanish))
        {
            OpenSearch = _ => throw new NotSupportedException(),
            OpenTokens = () => throw new NotSupportedException(),
        }));
    }

    [Fact]
    public void Who_asks_when_too_many_wait_is_told_at_once()
    {
        Ask(0);
        Assert.True(_reached.Wait(TestTimeout.Limit));
        for (var i = 1; i <= 1001; i++)
            Ask(i);
        _released.Release(1001);
        Assert.Equal(0, ExpectMsg<HistoryEvent.Page>().Request);
        Assert.Equal(new HistoryEvent.NotRead(1001, NotReadReason.Busy), ExpectMsg<HistoryEvent.NotRead>());
        for (var i = 1; i <= 1000; i++)
            Assert.Equal(i, ExpectMsg<HistoryEvent.Page>().Request);
    }

    [Fact]
    public void Nothing_is_read_for_who_has_stopped_waiting()
    {
        Ask(0);
        Assert.True(_reached.Wait(TestTimeout.Limit));
        Ask(1);
        _clock.Advance(TimeSpan.FromSeconds(6));
        _released.Release();
        ExpectMsg<HistoryEvent.Page>();
        Assert.Equal(new HistoryEvent.NotRead(1, NotReadReason.Late), ExpectMsg<HistoryEvent.NotRead>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void All_who_wait_are_told_when_the_database_fails_and_it_is_tried_again_for_the_next(bool isExpected)
    {
        Ask(0);
        Assert.True(_reached.Wait(TestTimeout.Limit));
        _failure = isExpected ? new OpenException("mensajes.db", new OpenError.FileMissing()) : new InvalidOperationException("injected");
        Ask(1);
        _released.Release(2);
        for (var i = 0; i < 2; i++)
            Assert.Equal(new HistoryEvent.NotRead(i, NotReadReason.Unavailable), ExpectMsg<HistoryEvent.NotRead>());
        _failure = null;
        Ask(2);
        _released.Release();
        ExpectMsg<HistoryEvent.Page>();
    }

    [Theory]
    [InlineData(true, new long[] { 1, 2 })]
    [InlineData(false, new long[] { 2, 3 })]
    public void A_page_has_no_more_than_a_reader_may_have_waiting_and_says_that_there_is_more(bool isForward, long[] numbers)
    {
        var messages = Enumerable.Range(1, 3).Select(i => new Message("general", i, 0, "ana", new string('x', 30_000))).ToArray();
        var page = HistoryEvent.Page.Of(Read(0) with { From = new HistoryPosition(9, isForward) }, messages);
        Assert.Equal(numbers, page.Messages.Select(message => message.Number));
        Assert.True(page.HasMore);
        var one = HistoryEvent.Page.Of(Read(0), [messages[0] with { Content = new string('x', 100_000) }]);
        Assert.Equal((1, false), (one.Messages.Length, one.HasMore));
    }

    private HistoryCommand.Read Read(long request) =>
        new("general", HistoryPosition.End, 100, TestActor, request, _clock.GetElapsedTime(0) + TimeSpan.FromSeconds(5));

    private void Ask(long request) => _history.Tell(Read(request));

    private sealed class HeldReader(HistoryActorTests test) : IMessageReader
    {
        public RoomPosition Last(string room) => default;

        public IReadOnlyList<Message> Marked(string room, long last) => [];

        public IReadOnlyList<Message> Before(string room, long number, int count)
        {
            test._reached.Release();
            test._released.Wait(TestTimeout.Limit);
            return test._failure is null ? [] : throw test._failure;
        }

        public IReadOnlyList<Message> After(string room, long number, int count) => [];

        public IReadOnlyList<StoredRoom> Rooms(int limit) => [];

        public IReadOnlyList<Sanction> ServerSanctions() => [];

        public void Dispose()
        {
        }
    }
}
