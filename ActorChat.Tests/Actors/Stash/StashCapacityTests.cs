using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Stash;

public class StashCapacityTests(ITestOutputHelper output) : ActorSpec(output, "akka.actor.default-mailbox.stash-capacity = 2")
{
    [Fact]
    public void One_message_more_than_the_capacity_is_a_failure_of_the_actor()
    {
        var failures = CreateTestProbe();
        var parent = Supervising(failure =>
        {
            failures.Ref.Tell(failure, ActorRefs.NoSender);
            return Directive.Resume;
        });
        var actor = ChildOf(parent, Props.Create(() => new StashingActor(TestActor)));
        TellAll(actor, 1, 2, 3);
        failures.ExpectMsg<StashOverflowException>();
        TellAll(actor, "open", 4);
        ExpectAll(1, 2, 4);
    }

    [Fact]
    public void A_stash_knows_when_it_is_full()
    {
        var actor = Sys.ActorOf(Props.Create(() => new StashingActor(TestActor)));
        Action<IStash> ask = stash => TestActor.Tell((stash.Capacity, stash.IsFull));
        TellAll(actor, 1, ask, 2, ask);
        ExpectMsg((2, false));
        ExpectMsg((2, true));
    }
}
