using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Kit;

/// <summary>Receive timeouts in virtual time, with an actor that has handled what it is told when the test goes on.</summary>
public class VirtualSilenceTests(ITestOutputHelper output) : VirtualTimeSpec(output)
{
    [Fact]
    public void An_actor_is_told_of_a_silence_when_it_has_lasted_and_not_before()
    {
        Listener();
        Clock.Advance(Hour / 2);
        Assert.False(HasMessages);
        Clock.Advance(Hour / 2);
        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void Each_message_begins_the_silence_anew()
    {
        var actor = Listener();
        for (var i = 0; i < 3; i++)
        {
            Clock.Advance(Hour / 2);
            actor.Tell("noise", TestActor);
        }

        Assert.False(HasMessages);
        Clock.Advance(Hour);
        ExpectMsg<ReceiveTimeout>();
    }

    private IActorRef Listener()
    {
        var actor = ActorOfAsTestActorRef(() => new SilenceListener(TestActor)).Ref;
        actor.Tell(Hour, TestActor);
        return actor;
    }

    private sealed class SilenceListener : ReceiveActor
    {
        public SilenceListener(IActorRef log)
        {
            Receive<TimeSpan>(silence => Context.SetReceiveTimeout(silence));
            Receive<ReceiveTimeout>(timeout => log.Tell(timeout, Self));
            ReceiveAny(_ => { });
        }
    }
}
