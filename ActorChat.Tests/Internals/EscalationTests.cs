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
        using var bothFail = new CountdownEvent(2);
        var deciding = CreateTestProbe();
        var top = Supervising(_ =>
        {
            deciding.Ref.Tell("deciding", ActorRefs.NoSender);
            decided.Wait(Patience);
            return Directive.Resume;
        });
        var escalating = CreateTestProbe();
        var middle = ChildOf(top, Props.Create(() => new Parent(Escalating(escalating, bothFail))));
        var first = ChildOf(middle, Props.Create(() => new Failing(TestActor, "1", bothFail)));
        var second = ChildOf(middle, Props.Create(() => new Failing(TestActor, "2", bothFail)));

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

    // The first decision would suspend the other child, so it is only taken once both are on their way to fail.
    private static OneForOneStrategy Escalating(IActorRef seen, CountdownEvent bothFail) => new(_ =>
    {
        bothFail.Wait(Patience);
        seen.Tell("escalating", ActorRefs.NoSender);
        return Directive.Escalate;
    });

    private sealed class Failing(IActorRef log, string label, CountdownEvent failing) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is Exception failure)
            {
                failing.Signal();
                throw failure;
            }

            log.Tell($"{label} {message}", Self);
        }
    }
}
