using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class StoppingGuardianTests(ITestOutputHelper output)
    : ActorSpec(output, """akka.actor.guardian-supervisor-strategy = "Akka.Actor.StoppingSupervisorStrategy" """)
{
    [Fact]
    public void An_actor_at_the_top_that_fails_is_stopped_where_the_settings_say_so()
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new HookedActor(CreateTestProbe(), "a"))));
        actor.Tell(Failure(), TestActor);
        ExpectTerminated(actor);
    }
}
