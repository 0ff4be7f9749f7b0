using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Supervision;

public class AllForOneTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void All_children_are_restarted_when_one_fails()
    {
        var (failing, sibling, probe) = Siblings(Directive.Restart);
        failing.Tell(Failure(), TestActor);
        foreach (var step in (string[])["s PreRestart", "s PostStop", "s new", "s PostRestart", "s PreStart"])
            probe.ExpectMsg(step);
        sibling.Tell("1", TestActor);
        probe.ExpectMsg("s 1");
    }

    [Fact]
    public void All_children_are_stopped_when_one_fails()
    {
        var (failing, sibling, probe) = Siblings(Directive.Stop);
        Watch(failing);
        Watch(sibling);
        failing.Tell(Failure(), TestActor);
        probe.ExpectMsg("s PostStop");
        ExpectMsg<Terminated>();
        ExpectMsg<Terminated>();
    }

    [Fact]
    public void Only_the_child_that_failed_is_resumed_and_its_siblings_know_nothing()
    {
        var (failing, sibling, probe) = Siblings(Directive.Resume);
        TellAll(failing, Failure());
        TellAll(failing, Props.Create<Echo>());
        ExpectMsg<IActorRef>();
        sibling.Tell("1", TestActor);
        probe.ExpectMsg("s 1");
    }

    [Fact]
    public void A_child_that_is_restarting_when_a_sibling_fails_goes_on_afterwards()
    {
        // The restart of the first child waits for its own child, whose end is held up; meanwhile the other one fails.
        using var mayEnd = new ManualResetEventSlim();
        var parent = Supervising(new AllForOneStrategy(_ => Directive.Restart));
        var (a, b, end) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        var slow = ChildOf(parent, Props.Create(() => new HookedActor(a, "a")));
        var other = ChildOf(parent, Props.Create(() => new HookedActor(b, "b")));
        ChildOf(slow, Props.Create(() => new SlowToEnd(mayEnd, end)));

        slow.Tell(Failure(), TestActor);
        end.ExpectMsg("ending");
        b.FishForMessage(message => message is "b PostRestart");
        other.Tell(Failure(), TestActor);
        b.FishForMessage(message => message is "b PostRestart");
        mayEnd.Set();

        slow.Tell("still here", TestActor);
        a.FishForMessage(message => message is "a still here");
    }

    private (IActorRef Failing, IActorRef Sibling, Akka.TestKit.TestProbe Probe) Siblings(Directive directive)
    {
        var probe = CreateTestProbe();
        var parent = Supervising(new AllForOneStrategy(_ => directive));
        var failing = ChildOf(parent, Props.Create(() => new Parent(SupervisorStrategy.DefaultStrategy)));
        var sibling = ChildOf(parent, Props.Create(() => new HookedActor(probe, "s")));
        probe.ExpectMsg("s new");
        probe.ExpectMsg("s PreStart");
        return (failing, sibling, probe);
    }

    private sealed class SlowToEnd(ManualResetEventSlim mayEnd, IActorRef log) : UntypedActor
    {
        protected override void PostStop()
        {
            log.Tell("ending");
            mayEnd.Wait(Patience);
        }

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
