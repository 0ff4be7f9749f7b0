using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Tests.Faults.Actors;
using Akka.Actor;
using Akka.TestKit;

namespace ActorChat.Tests.Storage;

/// <summary>Who is told what, with every message made anew from its text on the way.</summary>
public sealed class PersistenceActorTests() : Akka.TestKit.Xunit2.TestKit("akka.actor.serialize-messages = on\nakka.loglevel = WARNING\nakka.loggers = []"), IDisposable
{
    private const string Dispatcher = "akka.actor.default-dispatcher";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly TemporaryDatabase _temporary = new();
    private readonly SemaphoreSlim _mayAppend = new(0);

    [Fact]
    public void Requests_of_several_askers_that_wait_together_are_one_transaction()
    {
        var batches = new List<int>();
        var persistence = Start(Held(batches));
        var (first, ana, beto) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        persistence.Tell(Store(first, 1, Sample.Message("espera", 1)));
        AwaitCondition(() => batches.Count == 1, Limit);
        persistence.Tell(Store(ana, 7, Sample.Message("uno", 2), Sample.Message("dos", 3)));
        persistence.Tell(Store(beto, 8, Sample.Message("tres")));
        _mayAppend.Release(10);

        Assert.Equal(1, first.ExpectMsg<PersistenceEvent.Stored>(Limit).Request);
        Assert.Equal(7, ana.ExpectMsg<PersistenceEvent.Stored>(Limit).Request);
        Assert.Equal(8, beto.ExpectMsg<PersistenceEvent.Stored>(Limit).Request);
        Assert.Equal([1, 3], batches);
        Assert.Equal(["espera", "uno", "dos", "tres"], _temporary.Messages().Select(message => message.Content));
    }

    [Fact]
    public void A_number_that_is_taken_refuses_only_who_gave_it()
    {
        var batches = new List<int>();
        var persistence = Start(Held(batches));
        var (first, ana, beto, carla) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        persistence.Tell(Store(first, 1, Sample.Message("uno", 1)));
        AwaitCondition(() => batches.Count == 1, Limit);
        persistence.Tell(Store(ana, 7, Sample.Message("dos", 2)));
        persistence.Tell(Store(beto, 8, Sample.Message("uno de otra", 1, "otra"), Sample.Message("otro uno", 1)));
        persistence.Tell(Store(carla, 9, Sample.Message("sin sala")));
        _mayAppend.Release(10);

        ana.ExpectMsg<PersistenceEvent.Stored>(Limit);
        Assert.Equal(new PersistenceEvent.NotStored(8, NotStoredReason.NumberTaken), beto.ExpectMsg<PersistenceEvent.NotStored>(Limit));
        carla.ExpectMsg<PersistenceEvent.Stored>(Limit);
        Assert.Equal(["uno", "dos", "sin sala"], _temporary.Messages().Select(message => message.Content));
    }

    [Theory]
    [InlineData(nameof(WriteError.Locked), nameof(NotStoredReason.Refused))]
    [InlineData(nameof(WriteError.Full), nameof(NotStoredReason.Refused))]
    [InlineData(nameof(WriteError.NumberTaken), nameof(NotStoredReason.NumberTaken))]
    [InlineData(nameof(WriteError.InputOutput), nameof(NotStoredReason.Unknown))]
    [InlineData(nameof(WriteError.Gone), nameof(NotStoredReason.Unknown))]
    [InlineData(nameof(WriteError.TableChanged), nameof(NotStoredReason.Unknown))]
    [InlineData(nameof(WriteError.Unreachable), nameof(NotStoredReason.Unknown))]
    [InlineData(null, nameof(NotStoredReason.Unknown))]
    public void A_refusal_says_whether_the_room_knows_its_last_message_still(string? error, string reason)
    {
        Exception failure = error is null ? new InjectedException("unforeseen") : new WriteException(Enum.Parse<WriteError>(error), "inyectado");
        var persistence = Start(real => Failing(real, () => failure));
        persistence.Tell(Store(this, 1, Sample.Message("malo", 1)));

        Assert.Equal(Enum.Parse<NotStoredReason>(reason), ExpectMsg<PersistenceEvent.NotStored>(Limit).Reason);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_left_alone_for_a_while_and_then_found_again()
    {
        var isAway = true;
        var persistence = Start(real => Failing(real, () => Volatile.Read(ref isAway) ? new WriteException(WriteError.Unreachable, "inyectado") : null));
        persistence.Tell(Store(this, 1, Sample.Message("uno", 1)));
        ExpectMsg<PersistenceEvent.NotStored>(Limit);
        Volatile.Write(ref isAway, false);

        for (var request = 2; ; request++)
        {
            persistence.Tell(Store(this, request, Sample.Message("uno", 1)));
            if (ExpectMsg<PersistenceEvent>(Limit) is not PersistenceEvent.NotStored refused)
                break;
            Assert.Equal(new PersistenceEvent.NotStored(request, NotStoredReason.Unknown), refused);
        }

        Assert.Single(_temporary.Messages());
    }

    [Fact]
    public void The_last_message_of_a_room_is_read_on_another_thread_than_the_writers()
    {
        var persistence = Start(real => real());
        persistence.Tell(Store(this, 1, Sample.Message("uno", 1) with { Instant = 5 }, Sample.Message("dos", 2) with { Instant = 7 }));
        ExpectMsg<PersistenceEvent.Stored>(Limit);
        persistence.Tell(new PersistenceCommand.ReadLast("general", TestActor, 1));
        persistence.Tell(new PersistenceCommand.ReadLast("vacía", TestActor, 2));

        Assert.Equal([(1L, new RoomPosition(2, 7)), (2L, default)], Enumerable.Range(0, 2).Select(_ => ExpectMsg<PersistenceEvent.LastRead>(Limit)).Select(read => (read.Request, read.Position)));
    }

    [Fact]
    public void A_read_that_takes_long_delays_no_message_and_one_that_fails_is_answered_and_tried_anew()
    {
        var opened = 0;
        var persistence = Start(real => real(), () =>
        {
            _mayAppend.Wait(Limit);
            return Interlocked.Increment(ref opened) == 1 ? throw new OpenException("x", new OpenError.Locked()) : _temporary.Database.OpenReader();
        });
        persistence.Tell(new PersistenceCommand.ReadLast("general", TestActor, 1));
        persistence.Tell(Store(this, 1, Sample.Message("uno", 1)));
        ExpectMsg<PersistenceEvent.Stored>(Limit);
        _mayAppend.Release(2);

        Assert.Equal(new PersistenceEvent.NotRead(1), ExpectMsg<PersistenceEvent.NotRead>(Limit));
        persistence.Tell(new PersistenceCommand.ReadLast("general", TestActor, 1));
        Assert.Equal(1, ExpectMsg<PersistenceEvent.LastRead>(Limit).Position.Number);
    }

    [Fact]
    public void A_stop_stores_what_waits_and_writes_down_who_was_seen()
    {
        var persistence = Start(real => real());
        persistence.Tell(new PersistenceCommand.UserSeen("ana"));
        persistence.Tell(new PersistenceCommand.ReadLast("general", TestActor, 1));
        ExpectMsg<PersistenceEvent.LastRead>(Limit);
        persistence.Tell(Store(this, 1, Sample.Message("uno", 1)));
        persistence.Tell(new PersistenceCommand.Close(Limit));

        ExpectMsg<PersistenceEvent.Stored>(Limit);
        ExpectMsg<PersistenceEvent.Closed>(Limit);
        Assert.Single(_temporary.Messages());
        Assert.Equal("ana", Assert.Single(_temporary.Query("SELECT nickname FROM clientes"))[0]);
    }

    [Fact]
    public void What_is_logged_of_a_request_shows_no_words_of_users()
    {
        var secret = Sample.Message("secreto", 1);
        Assert.All(
            new object[] { Store(this, 1, secret), secret, new ActorChat.Server.Storage.StoredMessage("general", 1, 1, "ana", "secreto") },
            message => Assert.DoesNotContain("secreto", $"{message}", StringComparison.Ordinal));
    }

    void IDisposable.Dispose()
    {
        Dispose();
        _mayAppend.Dispose();
        _temporary.Dispose();
    }

    private static PersistenceCommand.Store Store(TestKitBase asker, long request, params MessageRecord[] messages) => new(messages, asker.TestActor, request);

    private static PickyMessageStore Failing(Func<IMessageStore> real, Func<Exception?> failure) => new(real(), _ => failure());

    // Stores the first request when it may, so that others gather behind it.
    private Func<Func<IMessageStore>, IMessageStore> Held(List<int> batches) => real => new PickyMessageStore(real(), batch =>
    {
        batches.Add(batch.Count);
        _mayAppend.Wait(Limit);
    });

    private IActorRef Start(Func<Func<IMessageStore>, IMessageStore> messages, Func<IMessageReader>? reader = null)
    {
        var database = _temporary.Database;
        var context = new PersistenceContext(
            () => messages(database.OpenMessages),
            reader ?? database.OpenReader,
            database.OpenUsers,
            database.OpenAccounts,
            MaxBatch: 1000,
            new PersistenceDispatchers(Dispatcher, Dispatcher, Dispatcher, Dispatcher, Dispatcher),
            TimeProvider.System,
            TestServer.Texts)
        {
            OpenSearch = database.OpenSearch,
            OpenTokens = database.OpenTokens,
        };
        var persistence = ActorOf(Props.Create<Parent>(PersistenceActor.PropsFor(context), TestActor));
        ExpectMsg<PersistenceEvent.Ready>(Limit);
        return persistence;
    }

    // In the server's place.
    private sealed class Parent : ReceiveActor
    {
        public Parent(Props persistence, IActorRef told)
        {
            var child = Context.ActorOf(persistence, PersistenceActor.Name);
            Receive<PersistenceEvent>(told.Tell);
            Receive<PersistenceCommand>(child.Tell);
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);
    }
}
