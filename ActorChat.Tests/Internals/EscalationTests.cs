using ActorChat.Tests.Actors;
using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals;

/// <summary>Beyond what Akka promises: a child's failure is answered even when its parent has failed itself in the meantime.</summary>
public class EscalationTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void Two_children_that_fail_together_are_both_resumed()
    {
        using var decided = new ManualResetEventSlim();
        var deciding = CreateTestProbe();
        var top = Supervising(_ =>
        {
            deciding.Ref.Tell("deciding", ActorRefs.NoSender);
            decided.Wait(Patience);
            return Directive.Resume;
        });
        var escalating = CreateTestProbe();
        var middle = ChildOf(top, Props.Create(() => new Parent(Escalating(escalating))));
        var first = ChildOf(middle, Props.Create(() => new HookedActor(TestActor, "1")));
        var second = ChildOf(middle, Props.Create(() => new HookedActor(TestActor, "2")));
        ReceiveN(4);

        first.Tell(Failure(), TestActor);
        second.Tell(Failure(), TestActor);
        deciding.ExpectMsg("deciding");
        escalating.ExpectMsg("escalating");
        escalating.ExpectMsg("escalating");
        decided.Set();
        first.Tell("still here", TestActor);
        second.Tell("still here", TestActor);
        ExpectMsgAllOf("1 still here", "2 still here");
    }

    private static OneForOneStrategy Escalating(IActorRef seen) => new(_ =>
    {
        seen.Tell("escalating", ActorRefs.NoSender);
        return Directive.Escalate;
    });
}
