using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Supervision;

public class FailingHooksTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Theory]
    [InlineData("constructor")]
    [InlineData("PreStart")]
    public void An_actor_that_cannot_start_is_stopped_and_its_parent_knows_why(string where)
    {
        var seen = CreateTestProbe();
        var child = Watch(Child(where, seen));
        Assert.Equal(child, seen.ExpectMsg<ActorInitializationException>().Actor);
        ExpectTerminated(child);
    }

    [Fact]
    public void By_default_an_actor_that_cannot_start_is_stopped_for_good()
    {
        var child = Watch(ChildOf(
            Supervising(SupervisorStrategy.DefaultStrategy), Props.Create(() => new Faulty("PreStart", TestActor))));
        ExpectTerminated(child);
    }

    [Fact]
    public void An_actor_that_cannot_start_at_first_can_be_tried_again()
    {
        var attempts = new Attempts();
        var parent = Supervising(_ => Directive.Restart);
        var child = ChildOf(parent, Props.Create(() => new ThirdTimeLucky(attempts)));
        child.Tell("hello", TestActor);
        ExpectMsg("hello");
        Assert.Equal(3, attempts.Count);
    }

    [Fact]
    public void A_failure_while_stopping_does_not_keep_the_actor_alive()
    {
        var child = Watch(Child("PostStop", CreateTestProbe()));
        EventFilter.Exception<InvalidOperationException>("PostStop").ExpectOne(() => Sys.Stop(child));
        ExpectTerminated(child);
    }

    [Fact]
    public void A_failure_before_the_restart_does_not_keep_it_from_happening()
    {
        var child = ChildOf(
            Supervising(_ => Directive.Restart), Props.Create(() => new Faulty("PreRestart", TestActor)));
        TellAll(child, Failure(), "hello");
        ExpectMsg("hello");
    }

    [Fact]
    public void A_failure_after_the_restart_is_a_failure_of_its_own()
    {
        var seen = CreateTestProbe();
        var child = Watch(Child("PostRestart", seen));
        child.Tell(Failure(), TestActor);
        Assert.Equal("asked to", seen.ExpectMsg<InvalidOperationException>().Message);
        Assert.Equal("asked to", seen.ExpectMsg<PostRestartException>().OriginalCause.Message);
        ExpectTerminated(child);
    }

    [Fact]
    public void A_decider_that_fails_escalates_its_own_failure()
    {
        var seen = CreateTestProbe();
        var top = Supervising(Telling(seen));
        var undecided = new OneForOneStrategy(_ => throw new FormatException("cannot decide"));
        var middle = Watch(ChildOf(top, Props.Create(() => new Parent(undecided))));
        ChildOf(middle, Props.Create<Echo>()).Tell(Kill.Instance, TestActor);
        Assert.Equal("cannot decide", seen.ExpectMsg<FormatException>().Message);
        ExpectTerminated(middle);
    }

    private static OneForOneStrategy Telling(IActorRef seen) => new(failure =>
    {
        seen.Tell(failure, ActorRefs.NoSender);
        return failure is InvalidOperationException ? Directive.Restart : Directive.Stop;
    });

    private IActorRef Child(string where, IActorRef seen) =>
        ChildOf(Supervising(Telling(seen)), Props.Create(() => new Faulty(where, TestActor)));

    private sealed class Faulty : UntypedActor
    {
        private readonly string _where;
        private readonly IActorRef _log;

        public Faulty(string where, IActorRef log)
        {
            (_where, _log) = (where, log);
            FailAt("constructor");
        }

        protected override void PreStart() => FailAt("PreStart");

        protected override void PreRestart(Exception reason, object? message) => FailAt("PreRestart");

        protected override void PostRestart(Exception reason) => FailAt("PostRestart");

        protected override void PostStop() => FailAt("PostStop");

        protected override void OnReceive(object message)
        {
            if (message is Exception failure)
                throw failure;
            _log.Tell(message);
        }

        private void FailAt(string hook)
        {
            if (_where == hook)
                throw new InvalidOperationException(hook);
        }
    }

    private sealed class ThirdTimeLucky : UntypedActor
    {
        public ThirdTimeLucky(Attempts attempts)
        {
            if (++attempts.Count < 3)
                throw new InvalidOperationException("not yet");
        }

        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    private sealed class Attempts
    {
        public int Count { get; set; }
    }
}
