using ActorChat.Actors.Watching;
using ActorChat.Tests.Actors;
using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals.Watching;

/// <summary>The look at the tree from outside. Actors that are to be seen at work wait at a gate until the look is over.</summary>
public sealed class ActorInspectorTests(ITestOutputHelper output) : ActorSpec(output)
{
    private readonly ManualResetEventSlim _gate = new();

    protected override void AfterAll()
    {
        _gate.Set();
        base.AfterAll();
    }

    [Fact]
    public void The_tree_has_every_actor_with_its_name_and_type()
    {
        var parent = Supervising(_ => Directive.Stop, "family");
        ChildOf(parent, Idle());
        var root = ActorInspector.Take(Sys);

        Assert.Equal("", root.Name);
        Assert.Equal(["system", "user"], root.Children.Select(child => child.Name).Order());
        var family = Find("family");
        Assert.Equal((typeof(Parent), ActorState.Running, parent.Path.Uid), (family.Type, family.State, family.Uid));
        Assert.Equal(typeof(ScriptedActor), Assert.Single(family.Children).Type);
    }

    [Fact]
    public void An_actor_at_work_is_seen_with_its_message_and_those_that_wait()
    {
        var busy = Scripted((context, _) => Stay(context), "busy");
        TellAll(busy, "one", 2, 3.0);
        ExpectMsg("here");

        var seen = Find("busy");
        Assert.Equal((3, 1, typeof(string)), (seen.Waiting, seen.Processed, seen.InWork));
    }

    [Fact]
    public void An_actor_that_has_done_its_work_has_counted_it()
    {
        var actor = Scripted((context, message) => context.Sender.Tell(message), "worker");
        TellAll(actor, 1, 2, 3);
        ExpectAll(1, 2, 3);
        AwaitAssert(() => Assert.Equal((0, 3, null), (Find("worker").Waiting, Find("worker").Processed, Find("worker").InWork)));
    }

    [Fact]
    public void A_failed_actor_is_suspended_until_its_supervisor_has_decided()
    {
        var asker = TestActor;
        var parent = Supervising(
            _ =>
            {
                asker.Tell("deciding");
                _gate.Wait(Patience);
                return Directive.Resume;
            },
            "judge");
        ChildOf(parent, Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Stop)))).Tell(Failure());
        ExpectMsg("deciding");

        Assert.Equal(ActorState.Suspended, Assert.Single(Find("judge").Children).State);
        _gate.Set();
        AwaitAssert(() => Assert.Equal(ActorState.Running, Assert.Single(Find("judge").Children).State));
    }

    [Fact]
    public void A_parent_is_stopping_until_its_last_child_has_stopped()
    {
        var parent = Supervising(_ => Directive.Stop, "leaving");
        ChildOf(parent, Staying()).Tell("stay", TestActor);
        ExpectMsg("here");
        Sys.Stop(parent);

        AwaitAssert(() => Assert.Equal(ActorState.Stopping, Find("leaving").State));
        Watch(parent);
        _gate.Set();
        ExpectTerminated(parent);
        AwaitAssert(() => Assert.DoesNotContain(User().Children, child => child.Name == "leaving"));
    }

    [Fact]
    public void A_parent_is_restarting_until_the_children_of_the_old_instance_have_stopped()
    {
        var grandparent = Supervising(_ => Directive.Restart, "old");
        var parent = ChildOf(grandparent, Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Stop))));
        ChildOf(parent, Staying()).Tell("stay", TestActor);
        ExpectMsg("here");
        parent.Tell(Failure());

        AwaitAssert(() => Assert.Equal(ActorState.Restarting, Assert.Single(Find("old").Children).State));
        _gate.Set();
        AwaitAssert(() => Assert.Equal(ActorState.Running, Assert.Single(Find("old").Children).State));
    }

    [Fact]
    public void Restarts_are_counted_and_what_was_done_before_them_is_kept()
    {
        var child = ChildOf(Supervising(_ => Directive.Restart, "patient"), Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Stop))));
        TellAll(child, Failure("once"), Failure("twice"));
        AwaitAssert(() =>
        {
            var seen = Assert.Single(Find("patient").Children);
            Assert.Equal((2, 2, ActorState.Running), (seen.Restarts, seen.Processed, seen.State));
        });
    }

    [Fact]
    public void Working_time_is_measured_while_somebody_wants_it()
    {
        using var measuring = RuntimeMeter.MeasureProcessing();
        var work = TimeSpan.FromMilliseconds(5);
        var actor = Scripted((_, _) => Assert.False(_gate.Wait(work)), "slow");
        actor.Tell("work");
        AwaitAssert(() => Assert.InRange(Find("slow").Busy, work / 2, Patience));
    }

    [Fact]
    public void A_tree_of_many_is_seen_whole()
    {
        var parent = Scripted(
            (context, message) =>
            {
                for (var i = 0; i < (int)message; i++)
                    context.ActorOf(Idle());
                context.Sender.Tell("made");
            },
            "crowd");
        parent.Tell(20_000, TestActor);
        ExpectMsg("made");

        var children = Find("crowd").Children;
        Assert.Equal(20_000, children.Count);
        Assert.Equal(20_000, children.DistinctBy(child => child.Uid).Count());
    }

    private static Props Idle()
    {
        Action<IActorContext, object> nothing = (_, _) => { };
        return Props.Create(() => new ScriptedActor(nothing));
    }

    private Props Staying()
    {
        Action<IActorContext, object> stay = (context, _) => Stay(context);
        return Props.Create(() => new ScriptedActor(stay));
    }

    private ActorSnapshot User() => ActorInspector.Take(Sys).Children.Single(child => child.Name == "user");

    private ActorSnapshot Find(string name) => User().Children.Single(child => child.Name == name);

    private void Stay(IActorContext context)
    {
        context.Sender.Tell("here");
        _gate.Wait(Patience);
    }
}
