using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Supervision;

public class SupervisionTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void A_resumed_child_goes_on_as_it_is_without_the_failing_message()
    {
        var child = Child(new OneForOneStrategy(_ => Directive.Resume));
        TellAll(child, "1", Failure(), "2");
        ExpectAll("c new", "c PreStart", "c 1", "c 2");
    }

    [Fact]
    public void A_restarted_child_is_replaced_between_two_messages_and_loses_only_the_failing_one()
    {
        var child = Child(new OneForOneStrategy(_ => Directive.Restart));
        TellAll(child, "1", Failure(), "2", "3");
        ExpectAll("c new", "c PreStart", "c 1", "c PreRestart", "c PostStop", "c new", "c PostRestart", "c PreStart", "c 2", "c 3");
    }

    [Fact]
    public void A_stopped_child_ends_and_what_waits_for_it_is_lost()
    {
        var child = Watch(Child(new OneForOneStrategy(_ => Directive.Stop)));
        TellAll(child, "1", Failure(), "2");
        ExpectAll("c new", "c PreStart", "c 1", "c PostStop");
        ExpectTerminated(child);
    }

    [Fact]
    public void Without_a_strategy_of_its_own_a_parent_restarts_its_children()
    {
        var child = Child(SupervisorStrategy.DefaultStrategy);
        TellAll(child, Failure(), "1");
        ExpectAll("c new", "c PreStart", "c PreRestart", "c PostStop", "c new", "c PostRestart", "c PreStart", "c 1");
    }

    [Fact]
    public void An_escalated_failure_is_the_parents_own()
    {
        var seen = CreateTestProbe();
        var top = Supervising(Telling(seen, Directive.Stop));
        var middle = ChildOf(top, Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Escalate))));
        var child = ChildOf(middle, Props.Create(() => new HookedActor(TestActor, "c")));
        Watch(middle);

        child.Tell(new InvalidOperationException("deep down"), TestActor);
        Assert.Equal("deep down", seen.ExpectMsg<InvalidOperationException>().Message);
        ExpectAll("c new", "c PreStart", "c PostStop");
        ExpectTerminated(middle);
    }

    [Fact]
    public void A_parent_that_is_resumed_after_an_escalation_resumes_the_child_that_failed()
    {
        var top = Supervising(_ => Directive.Resume);
        var middle = ChildOf(top, Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Escalate))));
        var child = ChildOf(middle, Props.Create(() => new HookedActor(TestActor, "c")));
        TellAll(child, Failure(), "1");
        ExpectAll("c new", "c PreStart", "c 1");
        middle.Tell(Props.Create<Echo>(), TestActor);
        ExpectMsg<IActorRef>();
    }

    [Fact]
    public void The_decision_depends_on_the_failure()
    {
        var strategy = new OneForOneStrategy(Decider.From(
            Directive.Stop, Directive.Resume.When<ArithmeticException>(), Directive.Restart.When<FormatException>()));
        var child = Watch(Child(strategy));
        TellAll(child, new DivideByZeroException(), new FormatException("x"), Failure());
        ExpectAll("c new", "c PreStart", "c PreRestart", "c PostStop", "c new", "c PostRestart", "c PreStart", "c PostStop");
        ExpectTerminated(child);
    }

    [Fact]
    public void A_strategy_in_the_props_goes_before_the_actors_own()
    {
        var props = Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Resume)))
            .WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Stop));
        var child = Watch(ChildOf(Sys.ActorOf(props), Props.Create<Echo>()));
        child.Tell(Kill.Instance, TestActor);
        ExpectTerminated(child);
    }

    [Fact]
    public void A_failure_is_logged_with_its_exception_as_the_childs()
    {
        var child = Child(new OneForOneStrategy(_ => Directive.Restart));
        EventFilter.Exception<InvalidOperationException>("asked to", source: child.Path.ToString()).ExpectOne(() => child.Tell(Failure(), TestActor));
    }

    [Fact]
    public void A_failing_child_does_not_touch_its_siblings()
    {
        var parent = Supervising(_ => Directive.Restart);
        var failing = ChildOf(parent, Props.Create(() => new Parent(SupervisorStrategy.DefaultStrategy)));
        var sibling = ChildOf(parent, Props.Create(() => new HookedActor(TestActor, "s")));
        failing.Tell(Failure(), TestActor);
        ChildOf(failing, Props.Create<Echo>());
        sibling.Tell("1", TestActor);
        ExpectAll("s new", "s PreStart", "s 1");
    }

    private static OneForOneStrategy Telling(IActorRef probe, Directive directive) => new(failure =>
    {
        probe.Tell(failure, ActorRefs.NoSender);
        return directive;
    });

    private IActorRef Child(SupervisorStrategy strategy) =>
        ChildOf(Supervising(strategy), Props.Create(() => new HookedActor(TestActor, "c")));
}
