using ActorChat.Server.Diagnostics.Runtime;
using Akka.Actor;

namespace ActorChat.Tests.Diagnostics.Runtime;

/// <summary>What is seen of actors from outside.</summary>
[Collection(MeasuresTime)]
public sealed class RuntimeInspectorTests : CountingSpec
{
    [Fact]
    public void The_tree_begins_at_the_root_and_has_both_guardians() =>
        Assert.Superset(
            new HashSet<(string, string)> { ("/", "GuardianActor"), ("/user", "GuardianActor"), ("/system", "SystemGuardianActor") },
            RuntimeInspector.Take(Sys).WithPaths().Select(found => (found.Path, found.Actor.Type)).ToHashSet());

    [Fact]
    public void An_actor_at_work_shows_its_message_and_those_that_wait()
    {
        var actor = MakeStaying();
        for (var i = 0; i < 3; i++)
            actor.Tell("work");
        ExpectMsg("here");
        var seen = See(actor)!;
        Assert.Equal(("ScriptedActor", ActorState.Running, 3, 1L, 0, "String"), (seen.Type, seen.State, seen.Waiting, seen.Processed, seen.Restarts, seen.InWork));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_actor_without_work_has_nothing_waiting_and_keeps_its_figures(bool pinned)
    {
        var props = Scripted((context, message) => context.Sender.Tell(message));
        var actor = Sys.ActorOf(pinned ? props.WithDispatcher("pinned") : props);
        for (var i = 0; i < 100; i++)
            actor.Tell(i);
        ReceiveN(100);
        AwaitAssert(() => Assert.Equal((0, 100L, null), (See(actor)!.Waiting, See(actor)!.Processed, See(actor)!.InWork)));
    }

    [Fact]
    public void A_restart_is_counted_and_a_message_that_failed_is_no_longer_in_work()
    {
        var actor = Make((_, _) => throw new InvalidOperationException("as the spec wants it"));
        actor.Tell(1);
        actor.Tell(2);
        AwaitAssert(() => Assert.Equal((2, 2L, 0, null), (See(actor)!.Restarts, See(actor)!.Processed, See(actor)!.Waiting, See(actor)!.InWork)));
    }

    [Fact]
    public void An_actor_that_waits_for_its_children_to_end_is_stopping()
    {
        var parent = Make((context, _) => context.ActorOf(Scripted(Stay), "child").Forward("work"), "parent");
        parent.Tell("make");
        ExpectMsg("here");
        Sys.Stop(parent);
        AwaitAssert(() => Assert.Equal(ActorState.Stopping, See(parent)?.State));
    }

    [Fact]
    public void An_actor_that_waits_for_its_children_to_begin_anew_is_restarting()
    {
        var parent = Make(
            (context, message) =>
            {
                if (message is "fail")
                    throw new InvalidOperationException("as the spec wants it");
                context.ActorOf(Scripted(Stay), "child").Forward("work");
            },
            "parent");
        parent.Tell("make");
        ExpectMsg("here");
        parent.Tell("fail");
        AwaitAssert(() => Assert.Equal(ActorState.Restarting, See(parent)?.State));
    }

    [Fact]
    public void What_was_never_counted_is_not_told()
    {
        var actor = Sys.ActorOf(Props.Create<StashingActor>(), "stashing");
        actor.Tell("kept");
        actor.Tell("open");
        ExpectMsg("kept");
        Assert.Equal((null, null, null), (See(actor)!.Processed, See(actor)!.Restarts, See(actor)!.Age));
    }

    // The mailbox is found empty only after the run that the one message has ended.
    [Fact]
    public void Working_time_is_measured_while_asked_for_and_idle_time_is_none()
    {
        var actor = MakeStaying();
        actor.Tell("unmeasured");
        ExpectMsg("here");
        Assert.Equal(TimeSpan.Zero, See(actor)!.Busy);
        using (RuntimeMeter.MeasureProcessing())
        {
            OpenGate();
            actor.Tell("measured");
            ExpectMsg("here");
            AwaitAssert(() => Assert.Null(See(actor)!.InWork));
            var busy = See(actor)!.Busy;
            Assert.True(busy > TimeSpan.Zero);
            Assert.Equal(busy, See(actor)!.Busy);
        }
    }

    [Fact]
    public async Task Looks_go_well_while_actors_come_and_go()
    {
        var coming = Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                var guest = Make((context, _) => context.ActorOf(Scripted((_, _) => { })));
                guest.Tell("make a child");
                guest.Tell(PoisonPill.Instance);
            }
        });
        while (!coming.IsCompleted)
            Assert.Single(RuntimeInspector.Take(Sys).WithPaths(), found => found.Path == "/user");
        await coming;
    }

    private sealed class StashingActor : ReceiveActor, IWithUnboundedStash
    {
        public StashingActor()
        {
            Receive<string>(text => text == "open", _ =>
            {
                Become(() => Receive<string>(text => Sender.Tell(text)));
                Stash.UnstashAll();
            });
            ReceiveAny(_ => Stash.Stash());
        }

        public IStash Stash { get; set; } = null!;
    }
}
