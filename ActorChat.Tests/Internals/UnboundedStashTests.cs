using ActorChat.Tests.Actors;
using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals;

public class UnboundedStashTests(ITestOutputHelper output) : ActorSpec(output, """
    akka.actor.default-mailbox.stash-capacity = 2
    roomy { type = Dispatcher, stash-capacity = 5 }
    """)
{
    [Fact]
    public void An_unbounded_stash_has_no_capacity_whatever_the_settings_say() =>
        Assert.False(Asked(Props.Create<Unbounded>()).Full);

    [Fact]
    public void A_dispatcher_may_have_a_capacity_of_its_own() =>
        Assert.Equal(5, Asked(Props.Create<Bounded>().WithDispatcher("roomy")).Capacity);

    [Fact]
    public void Else_the_capacity_is_that_of_the_default_mailbox()
    {
        Assert.Equal(2, Asked(Props.Create<Bounded>()).Capacity);
        Assert.Equal(2, Asked(Props.Create<Bounded>().WithDispatcher("akka.actor.default-blocking-io-dispatcher")).Capacity);
    }

    // The answer is that of a stash with two messages in it.
    private (int Capacity, bool Full) Asked(Props props)
    {
        TellAll(Sys.ActorOf(props), 1, 2, "ask");
        return ExpectMsg<(int, bool)>();
    }

    private abstract class Stasher : UntypedActor, IWithUnrestrictedStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is "ask")
                Sender.Tell((Stash.Capacity, Stash.IsFull));
            else
                Stash.Stash();
        }
    }

    private sealed class Bounded : Stasher, IWithStash;

    private sealed class Unbounded : Stasher, IWithUnboundedStash;
}
