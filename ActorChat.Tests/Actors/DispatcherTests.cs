using Akka.Actor;
using Akka.Configuration;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class DispatcherTests(ITestOutputHelper output) : ActorSpec(output, """
    pinned.type = PinnedDispatcher
    small.type = Dispatcher
    small.throughput = 3
    """)
{
    [Fact]
    public void A_pinned_actor_has_one_thread_to_itself()
    {
        var first = ThreadTeller();
        var second = ThreadTeller();
        var seen = new Dictionary<IActorRef, HashSet<int>> { [first] = [], [second] = [] };
        for (var i = 0; i < 50; i++)
        {
            TellAll(first, i);
            TellAll(second, i);
            for (var answers = 0; answers < 2; answers++)
            {
                var thread = ExpectMsg<int>();
                seen[LastSender].Add(thread);
            }
        }

        Assert.Single(seen[first]);
        Assert.Single(seen[second]);
        Assert.Empty(seen[first].Intersect(seen[second]));
    }

    [Fact]
    public void A_pinned_actor_that_blocks_keeps_nobody_else_from_working()
    {
        using var mayGoOn = new ManualResetEventSlim();
        for (var i = 0; i < 8; i++)
        {
            var blocking = Sys.ActorOf(Props.Create(() => new ScriptedActor((_, _) => mayGoOn.Wait(Patience))).WithDispatcher("pinned"));
            blocking.Tell("block", TestActor);
        }

        Sys.ActorOf(Props.Create<Echo>()).Tell("hello", TestActor);
        ExpectMsg("hello");
        mayGoOn.Set();
    }

    [Fact]
    public void The_default_dispatcher_lets_an_actor_work_on_30_messages_at_a_time() =>
        Assert.Equal(30, Sys.Dispatchers.DefaultGlobalDispatcher.Throughput);

    [Fact]
    public void A_dispatcher_has_the_settings_at_its_path()
    {
        Assert.Equal(3, Sys.Dispatchers.Lookup("small").Throughput);
        Assert.True(Sys.Dispatchers.HasDispatcher("small"));
        Assert.False(Sys.Dispatchers.HasDispatcher("large"));
    }

    [Fact]
    public void An_actor_knows_its_dispatcher()
    {
        var actor = Sys.ActorOf(Props.Create(() => new ScriptedActor((context, _) => TestActor.Tell(context.Dispatcher.Id, context.Self))).WithDispatcher("small"));
        actor.Tell("go", TestActor);
        ExpectMsg("small");
    }

    [Fact]
    public void A_dispatcher_without_settings_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Create<Echo>().WithDispatcher("large")));

    private IActorRef ThreadTeller() => Sys.ActorOf(
        Props.Create(() => new ScriptedActor((context, _) => context.Sender.Tell(Environment.CurrentManagedThreadId, context.Self))).WithDispatcher("pinned"));
}
