using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

/// <summary>What the top of the tree does about its actors' failures where nobody says otherwise.</summary>
public class GuardianTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void An_actor_at_the_top_that_fails_is_restarted()
    {
        var actor = Sys.ActorOf(Props.Create(() => new HookedActor(TestActor, "a")));
        TellAll(actor, Failure(), "1");
        ExpectAll("a new", "a PreStart", "a PreRestart", "a PostStop", "a new", "a PostRestart", "a PreStart", "a 1");
    }

    [Fact]
    public void A_failure_that_is_escalated_all_the_way_up_restarts_the_actor_at_the_top()
    {
        var escalating = new OneForOneStrategy(_ => Directive.Escalate);
        var (middle, bottom) = (CreateTestProbe(), CreateTestProbe());
        var top = Sys.ActorOf(Props.Create(() => new HookedActor(TestActor, "t")).WithSupervisorStrategy(escalating));
        var inner = ChildOf(top, Props.Create(() => new HookedActor(middle, "m")).WithSupervisorStrategy(escalating));
        var failing = ChildOf(inner, Props.Create(() => new HookedActor(bottom, "b")));
        failing.Tell(Failure(), TestActor);
        ExpectAll("t new", "t PreStart", "t PreRestart", "t PostStop", "t new", "t PostRestart", "t PreStart");
        middle.ExpectMsg("m new");
        middle.ExpectMsg("m PreStart");
        middle.ExpectMsg("m PostStop");
        bottom.ExpectMsg("b new");
        bottom.ExpectMsg("b PreStart");
        bottom.ExpectMsg("b PostStop");
    }

    [Fact]
    public void An_actor_at_the_top_that_cannot_be_made_is_stopped()
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new Impossible(1))));
        ExpectTerminated(actor);
    }

    private sealed class Impossible : UntypedActor
    {
        public Impossible(int number) => throw Failure($"{number}");

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
