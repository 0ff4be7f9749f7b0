using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class DeathWatchTests(ITestOutputHelper output) : ActorSpec(output)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void A_watcher_is_told_once_however_often_it_watched()
    {
        var actor = Stranger();
        Watch(actor);
        Watch(actor);
        Sys.Stop(actor);
        var terminated = ExpectTerminated(actor);
        Assert.True(terminated.ExistenceConfirmed);
        Assert.False(terminated.AddressTerminated);
        ExpectNoMsg(Moment);
    }

    [Fact]
    public void Every_watcher_is_told()
    {
        var actor = Stranger();
        var probes = Enumerable.Range(0, 20).Select(_ => CreateTestProbe()).ToList();
        foreach (var probe in probes)
            probe.Watch(actor);
        Sys.Stop(actor);
        foreach (var probe in probes)
            probe.ExpectTerminated(actor);
    }

    [Fact]
    public void Who_watches_an_actor_that_has_ended_is_told_at_once()
    {
        var actor = Stranger();
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor);
        Watch(actor);
        ExpectTerminated(actor);
    }

    [Fact]
    public void A_message_told_before_the_end_comes_before_the_news_of_it()
    {
        var actor = Watch(Scripted((context, message) =>
        {
            for (var i = 0; i < 100; i++)
                TestActor.Tell(i, context.Self);
            context.Stop(context.Self);
        }));
        actor.Tell("go", TestActor);
        for (var i = 0; i < 100; i++)
            ExpectMsg(i);
        ExpectTerminated(actor);
    }

    [Fact]
    public void Who_no_longer_watches_is_not_told()
    {
        var actor = Stranger();
        Watch(actor);
        Unwatch(actor);
        var other = CreateTestProbe();
        other.Watch(actor);
        Sys.Stop(actor);
        other.ExpectTerminated(actor);
        ExpectNoMsg(Moment);
    }

    [Fact]
    public void News_that_waits_is_withdrawn_by_unwatching()
    {
        using var stopped = new ManualResetEventSlim();
        var actor = Watch(Stranger());
        var watcher = Scripted((context, message) =>
        {
            switch (message)
            {
                case "watch":
                    context.Watch(actor);
                    stopped.Wait(Patience);
                    break;
                case "unwatch":
                    context.Unwatch(actor);
                    context.Self.Tell("end");
                    break;
                default:
                    TestActor.Tell(message, context.Self);
                    break;
            }
        });
        TellAll(watcher, "watch", "unwatch");
        Sys.Stop(actor);
        ExpectTerminated(actor);
        stopped.Set();
        ExpectMsg("end");
        ExpectNoMsg(Moment);
    }

    [Fact]
    public void A_watcher_can_choose_the_message()
    {
        var actor = Stranger();
        var watcher = Scripted((context, message) =>
        {
            if (message is "watch")
                context.WatchWith(actor, "it is gone");
            else
                TestActor.Tell(message, context.Self);
        });
        TellAll(watcher, "watch", "watching");
        ExpectMsg("watching");
        Sys.Stop(actor);
        ExpectMsg("it is gone");
    }

    [Fact]
    public void A_watch_cannot_change_its_message()
    {
        var actor = Stranger();
        var watcher = Scripted((context, _) =>
        {
            context.Watch(actor);
            TestActor.Tell(Assert.Throws<InvalidOperationException>(() => context.WatchWith(actor, "it is gone")), context.Self);
        });
        watcher.Tell("go", TestActor);
        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void A_watcher_that_does_not_handle_the_news_fails_with_it()
    {
        var actor = Stranger();
        var seen = CreateTestProbe();
        var parent = Supervising(failure =>
        {
            seen.Ref.Tell(failure, ActorRefs.NoSender);
            return Directive.Stop;
        });
        var watcher = Watch(ChildOf(parent, Props.Create(() => new Dependent(actor, TestActor))));
        ExpectMsg("watching");
        Sys.Stop(actor);
        Assert.Equal(actor, seen.ExpectMsg<DeathPactException>().DeadActor);
        ExpectTerminated(watcher);
    }

    [Fact]
    public void A_parent_can_watch_its_child_like_a_stranger()
    {
        var parent = Scripted((context, message) =>
        {
            if (message is "make")
                context.Stop(context.Watch(context.ActorOf(Props.Create<Echo>())));
            else if (message is Terminated terminated)
                TestActor.Tell((terminated.ActorRef.Path.Parent.Equals(context.Self.Path), context.GetChildren().Any()), context.Self);
        });
        parent.Tell("make", TestActor);
        ExpectMsg((true, false));
        ExpectNoMsg(Moment);
    }

    [Fact]
    public void A_watch_outlives_the_restart_of_the_watcher()
    {
        var actor = Stranger();
        var watcher = Sys.ActorOf(Props.Create(() => new Dependent(actor, TestActor)));
        ExpectMsg("watching");
        TellAll(watcher, Failure());
        ExpectMsg("watching");
        Watch(watcher);
        Sys.Stop(actor);
        ExpectTerminated(watcher);
    }

    [Fact]
    public void A_restart_is_no_end()
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new HookedActor(TestActor, "a"))));
        TellAll(actor, Failure(), "1");
        ExpectAll("a new", "a PreStart", "a PreRestart", "a PostStop", "a new", "a PostRestart", "a PreStart", "a 1");
        ExpectNoMsg(Moment);
    }

    private IActorRef Stranger() => Sys.ActorOf(Props.Create<Echo>());

    private sealed class Dependent(IActorRef on, IActorRef log) : UntypedActor
    {
        protected override void PreStart()
        {
            Context.Watch(on);
            log.Tell("watching");
        }

        protected override void OnReceive(object message)
        {
            if (message is Exception failure)
                throw failure;
            Unhandled(message);
        }
    }
}
