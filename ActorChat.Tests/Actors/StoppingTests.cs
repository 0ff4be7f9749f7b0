using Akka.Actor;
using Akka.Event;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class StoppingTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void A_poison_pill_takes_its_turn()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Watch(Sys.ActorOf(Props.Create(() => new HookedActor(TestActor, "a"))));
        for (var i = 0; i < 200; i++)
            actor.Tell(i, TestActor);
        TellAll(actor, PoisonPill.Instance);
        ExpectAll("a new", "a PreStart");
        for (var i = 0; i < 200; i++)
            ExpectMsg($"a {i}");
        ExpectMsg("a PostStop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void A_killed_actor_fails_and_by_default_is_not_restarted()
    {
        var seen = CreateTestProbe();
        var parent = Supervising(failure =>
        {
            seen.Ref.Tell(failure, ActorRefs.NoSender);
            return SupervisorStrategy.DefaultDecider.Decide(failure);
        });
        var actor = Watch(ChildOf(parent, Props.Create<Echo>()));
        actor.Tell(Kill.Instance, TestActor);
        seen.ExpectMsg<ActorKilledException>();
        ExpectTerminated(actor);
    }

    [Fact]
    public void An_actor_that_stops_itself_ends_its_message_and_takes_no_other()
    {
        var actor = Watch(Scripted((context, message) =>
        {
            context.Stop(context.Self);
            TestActor.Tell($"end of {message}", context.Self);
        }));
        TellAll(actor, 1, 2, 3);
        ExpectMsg("end of 1");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Messages_that_a_stopped_actor_did_not_reach_are_dead_letters()
    {
        var letters = CreateTestProbe();
        Sys.EventStream.Subscribe(letters, typeof(DeadLetter));
        var actor = Watch(Scripted((context, _) => context.Stop(context.Self)));
        TellAll(actor, 1, 2);
        ExpectTerminated(actor);
        TellAll(actor, 3);
        foreach (var number in (int[])[2, 3])
        {
            var letter = letters.ExpectMsg<DeadLetter>();
            Assert.Equal(number, letter.Message);
            Assert.Equal(TestActor, letter.Sender);
            Assert.Equal(actor, letter.Recipient);
        }
    }

    [Fact]
    public void Children_end_before_their_parent()
    {
        var top = Watch(Sys.ActorOf(Props.Create(() => new HookedActor(TestActor, "top"))));
        var middle = ChildOf(top, Props.Create(() => new HookedActor(TestActor, "middle")));
        ChildOf(middle, Props.Create(() => new HookedActor(TestActor, "bottom")));
        ReceiveN(6);
        Sys.Stop(top);
        ExpectAll("bottom PostStop", "middle PostStop", "top PostStop");
        ExpectTerminated(top);
    }

    [Fact]
    public void A_parent_can_stop_one_child_and_keep_the_other()
    {
        var parent = Scripted((context, _) =>
        {
            var first = context.Watch(context.ActorOf(Props.Create<Echo>()));
            var second = context.ActorOf(Props.Create<Echo>());
            context.Stop(first);
            second.Tell("hello", TestActor);
        });
        parent.Tell("go", TestActor);
        ExpectMsg("hello");
    }

    [Fact]
    public async Task A_graceful_stop_completes_with_the_actors_end()
    {
        var actor = Sys.ActorOf(Props.Create(() => new HookedActor(TestActor, "a")));
        Assert.True(await actor.GracefulStop(Patience));
        ExpectAll("a new", "a PreStart", "a PostStop");
        Assert.True(await actor.GracefulStop(Patience));
    }

    [Fact]
    public async Task Two_who_stop_the_same_actor_both_learn_of_its_end()
    {
        using var mayEnd = new ManualResetEventSlim();
        var actor = Scripted((_, _) => mayEnd.Wait(Patience));
        actor.Tell("wait", TestActor);
        var stops = Enumerable.Range(0, 5).Select(_ => actor.GracefulStop(Patience)).ToList();
        mayEnd.Set();
        Assert.All(await Task.WhenAll(stops), Assert.True);
    }

    [Fact]
    public async Task A_graceful_stop_may_use_a_message_of_the_actors_own()
    {
        var actor = Scripted((context, message) =>
        {
            TestActor.Tell(message, context.Self);
            context.Stop(context.Self);
        });
        Assert.True(await actor.GracefulStop(Patience, "goodbye"));
        ExpectMsg("goodbye");
    }

    [Fact]
    public async Task A_graceful_stop_that_takes_too_long_is_cancelled()
    {
        var stubborn = Sys.ActorOf(Props.Create<Echo>());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stubborn.GracefulStop(TimeSpan.FromMilliseconds(50), "no reason to stop"));
    }

    [Fact]
    public void An_actor_on_its_way_out_can_have_no_new_children()
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new LateParent(TestActor))));
        Sys.Stop(actor);
        ExpectMsg<InvalidOperationException>();
        ExpectTerminated(actor);
    }

    private sealed class LateParent(IActorRef log) : UntypedActor
    {
        protected override void PostStop()
        {
            try
            {
                Context.ActorOf(Props.Create<Echo>());
            }
            catch (InvalidOperationException refused)
            {
                log.Tell(refused);
            }
        }

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
