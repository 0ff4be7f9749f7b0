using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Stash;

public class StashTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void Messages_put_aside_come_back_in_their_order_ahead_of_those_that_wait()
    {
        var actor = Stashing();
        TellAll(actor, 1, 2, 3);
        Do(actor, stash =>
        {
            TellAll(actor, "open", 4);
            Assert.Equal(3, stash.Count);
        });
        ExpectAll(1, 2, 3, 4);
    }

    [Fact]
    public void A_message_given_back_is_handled_before_the_rest_of_the_same_turn()
    {
        var actor = Stashing();
        TellAll(actor, 1);
        Do(actor, stash =>
        {
            // All of these wait in the mailbox when the message comes back.
            TellAll(actor, "open", 2, 3);
            stash.Unstash();
            Assert.True(stash.IsEmpty);
        });

        // It comes back before the actor is open, and so is put aside once more.
        ExpectAll(1, 2, 3);
    }

    [Fact]
    public void Many_messages_come_back_in_their_order()
    {
        var actor = Stashing();
        var numbers = Enumerable.Range(1, 1000).Cast<object>().ToArray();
        TellAll(actor, numbers);
        TellAll(actor, "open");
        ExpectAll(numbers);
    }

    [Fact]
    public void Asked_for_one_the_oldest_comes_back()
    {
        var actor = Stashing();
        TellAll(actor, 1, 2);
        Do(actor, stash =>
        {
            stash.Unstash();
            Assert.Equal(2, Assert.Single(stash.ClearStash()).Message);
        });
        TellAll(actor, "open");
        ExpectMsg(1);
    }

    [Fact]
    public void A_message_put_aside_keeps_its_sender()
    {
        var sender = CreateTestProbe();
        var actor = Stashing();
        actor.Tell(1, sender);
        actor.Tell("open", TestActor);
        ExpectMsg(1);
        Assert.Equal(sender.Ref, LastSender);
    }

    [Fact]
    public void A_message_can_be_put_aside_only_once()
    {
        var actor = Stashing();
        Do(actor, stash =>
        {
            stash.Stash();
            TestActor.Tell(Record.Exception(stash.Stash));
            TestActor.Tell(stash.Count);
        });
        ExpectMsg<IllegalActorStateException>();
        ExpectMsg(1);
    }

    [Fact]
    public void The_same_object_told_twice_is_two_messages()
    {
        var actor = Stashing();
        TellAll(actor, "same", "same", "open");
        ExpectAll("same", "same");
    }

    [Fact]
    public void A_message_that_came_back_can_be_put_aside_again()
    {
        var actor = Stashing();
        TellAll(actor, 1, 2);
        Do(actor, stash => stash.UnstashAll());
        TellAll(actor, 3, "open");
        ExpectAll(1, 2, 3);
    }

    [Fact]
    public void Of_what_is_asked_for_by_a_condition_the_rest_is_forgotten()
    {
        var actor = Stashing();
        TellAll(actor, 1, 2, 3, 4);
        Do(actor, stash =>
        {
            stash.UnstashAll(envelope => envelope.Message is 2 or 4);
            Assert.True(stash.IsEmpty);
        });
        TellAll(actor, "open", 5);
        ExpectAll(2, 4, 5);
    }

    [Fact]
    public void A_cleared_stash_hands_out_what_it_held_and_can_be_filled_again_from_the_front()
    {
        var actor = Stashing();
        TellAll(actor, 1, 2);
        Do(actor, stash =>
        {
            var held = stash.ClearStash().ToList();
            Assert.Equal([1, 2], held.Select(e => e.Message));
            Assert.All(held, e => Assert.Equal(TestActor, e.Sender));
            Assert.True(stash.IsEmpty);
            stash.Prepend([new Envelope(3, TestActor)]);
            stash.Prepend(held);
        });
        TellAll(actor, "open");
        ExpectAll(1, 2, 3);
    }

    [Fact]
    public void A_stash_knows_how_much_it_holds()
    {
        var actor = Stashing();
        Do(actor, stash => TestActor.Tell((stash.Count, stash.IsEmpty, stash.NonEmpty, stash.IsFull)));
        TellAll(actor, 1, 2);
        Do(actor, stash => TestActor.Tell((stash.Count, stash.IsEmpty, stash.NonEmpty, stash.IsFull)));
        ExpectMsg((0, true, false, false));
        ExpectMsg((2, false, true, false));
    }

    private IActorRef Stashing() => Sys.ActorOf(Props.Create(() => new StashingActor(TestActor)));

    private void Do(IActorRef actor, Action<IStash> action) => actor.Tell(action, TestActor);
}
