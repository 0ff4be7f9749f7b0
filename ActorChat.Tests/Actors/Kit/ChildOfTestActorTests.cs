using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Kit;

public class ChildOfTestActorTests(ITestOutputHelper output) : ActorSpec(output)
{
    private Props Hooked => Props.Create(() => new HookedActor(TestActor, "it"));

    [Fact]
    public async Task A_child_of_the_test_actor_stands_below_it()
    {
        var child = ChildActorOf(Props.Create<Echo>(), "child");
        Assert.Equal(TestActor.Path / "child", child.Path);
        Assert.Equal(TestActor.Path, (await ChildActorOfAsync(Props.Create<Echo>())).Path.Parent);
    }

    [Fact]
    public void A_child_of_the_test_actor_is_stopped_when_it_fails()
    {
        var child = ChildActorOf(Hooked);
        ExpectAll("it new", "it PreStart");
        child.Tell(Failure(), TestActor);
        ExpectMsg("it PostStop");
    }

    [Fact]
    public void Each_child_has_a_strategy_of_its_own()
    {
        var restarting = ChildActorOf(Hooked, new OneForOneStrategy(_ => Directive.Restart));
        ExpectAll("it new", "it PreStart");
        var stopping = ChildActorOf(Props.Create<Parent>(SupervisorStrategy.StoppingStrategy));
        Watch(stopping);
        stopping.Tell(Failure(), TestActor);
        ExpectTerminated(stopping);
        restarting.Tell(Failure(), TestActor);
        ExpectAll("it PreRestart", "it PostStop", "it new", "it PostRestart", "it PreStart");
    }
}
