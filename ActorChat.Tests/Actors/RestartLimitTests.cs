using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class RestartLimitTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_child_that_fails_more_often_than_allowed_is_stopped(int allowed)
    {
        var child = Child(new OneForOneStrategy(allowed, TimeSpan.FromHours(1), _ => Directive.Restart));
        for (var i = 0; i < allowed; i++)
            TellAll(child, Failure(), i);
        TellAll(child, Failure());
        for (var i = 0; i < allowed; i++)
            ExpectMsg(i);
        ExpectTerminated(child);
    }

    [Fact]
    public void Without_a_window_failures_count_for_ever()
    {
        var child = Child(new OneForOneStrategy(2, null, _ => Directive.Restart));
        TellAll(child, Failure(), 1, Failure(), 2, Failure());
        ExpectAll(1, 2);
        ExpectTerminated(child);
    }

    [Fact]
    public void Failures_in_another_window_count_anew()
    {
        using var passed = new ManualResetEventSlim();
        var child = Child(new OneForOneStrategy(1, TimeSpan.FromMilliseconds(20), _ => Directive.Restart));
        for (var i = 0; i < 3; i++)
        {
            TellAll(child, Failure(), i);
            ExpectMsg(i);
            passed.Reset();
            Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(200), passed.Set);
            Assert.True(passed.Wait(Patience));
        }
    }

    [Fact]
    public void Without_a_limit_a_child_is_restarted_for_ever()
    {
        var child = Child(new OneForOneStrategy(-1, -1, _ => Directive.Restart));
        for (var i = 0; i < 100; i++)
            TellAll(child, Failure());
        TellAll(child, "still here");
        ExpectMsg("still here");
    }

    [Fact]
    public void All_children_are_stopped_when_one_fails_more_often_than_allowed()
    {
        var parent = Supervising(new AllForOneStrategy(1, TimeSpan.FromHours(1), _ => Directive.Restart));
        var failing = Watch(ChildOf(parent, Props.Create(() => new FailingEcho())));
        var sibling = Watch(ChildOf(parent, Props.Create(() => new FailingEcho())));
        TellAll(failing, Failure(), 1);
        ExpectMsg(1);
        TellAll(sibling, 2);
        ExpectMsg(2);
        TellAll(failing, Failure());
        Assert.Equivalent(new[] { failing, sibling }, new[] { ExpectMsg<Terminated>().ActorRef, ExpectMsg<Terminated>().ActorRef });
    }

    private IActorRef Child(SupervisorStrategy strategy) =>
        Watch(ChildOf(Supervising(strategy), Props.Create(() => new FailingEcho())));

    private sealed class FailingEcho : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is Exception failure)
                throw failure;
            Sender.Tell(message);
        }
    }
}
