using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

/// <summary>The hooks around the hooks, and around every message.</summary>
public class AroundHooksTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void Each_step_of_a_life_is_surrounded_by_its_hook()
    {
        var actor = ChildOf(Supervising(_ => Directive.Restart), Props.Create(() => new Surrounded(TestActor)));
        TellAll(actor, "hello", Failure(), PoisonPill.Instance);
        ExpectAll(
            "<AroundPreStart", "PreStart", "AroundPreStart>",
            "<AroundReceive", "hello", "AroundReceive>",
            "<AroundReceive",
            "<AroundPreRestart", "PreRestart", "AroundPreRestart>",
            "<AroundPostRestart", "PostRestart", "AroundPostRestart>",
            "<AroundPostStop", "PostStop", "AroundPostStop>");
    }

    [Fact]
    public void A_message_that_the_hook_keeps_to_itself_reaches_no_behaviour()
    {
        var actor = ChildOf(Supervising(_ => Directive.Restart), Props.Create(() => new Surrounded(TestActor)));
        for (var i = 0; i < 3; i++)
            ExpectMsg<string>();
        TellAll(actor, "secret", "hello");
        ExpectAll("<AroundReceive", "kept secret", "<AroundReceive", "hello", "AroundReceive>");
    }

    [Fact]
    public void What_the_hook_throws_is_a_failure_of_the_actor()
    {
        var failures = CreateTestProbe();
        var parent = Supervising(failure =>
        {
            failures.Ref.Tell(failure, ActorRefs.NoSender);
            return Directive.Stop;
        });
        var actor = Watch(ChildOf(parent, Props.Create(() => new Surrounded(CreateTestProbe()))));
        actor.Tell("explosive", TestActor);
        Assert.Equal("explosive", failures.ExpectMsg<InvalidOperationException>().Message);
        ExpectTerminated(actor);
    }

    private sealed class Surrounded(IActorRef log) : UntypedActor
    {
        public override void AroundPreStart() => Around("AroundPreStart", base.AroundPreStart);

        public override void AroundPreRestart(Exception cause, object? message) =>
            Around("AroundPreRestart", () => base.AroundPreRestart(cause, message));

        public override void AroundPostRestart(Exception cause, object? message) =>
            Around("AroundPostRestart", () => base.AroundPostRestart(cause, message));

        public override void AroundPostStop() => Around("AroundPostStop", base.AroundPostStop);

        protected override bool AroundReceive(Receive receive, object message)
        {
            log.Tell("<AroundReceive");
            switch (message)
            {
                case "secret":
                    log.Tell("kept secret");
                    return true;
                case "explosive":
                    throw Failure("explosive");
                default:
                    var handled = base.AroundReceive(receive, message);
                    log.Tell("AroundReceive>");
                    return handled;
            }
        }

        protected override void PreStart() => log.Tell("PreStart");

        protected override void PreRestart(Exception reason, object? message) => log.Tell("PreRestart");

        protected override void PostRestart(Exception reason) => log.Tell("PostRestart");

        protected override void PostStop() => log.Tell("PostStop");

        protected override void OnReceive(object message)
        {
            if (message is Exception failure)
                throw failure;
            log.Tell(message);
        }

        private void Around(string hook, Action inner)
        {
            log.Tell($"<{hook}");
            inner();
            log.Tell($"{hook}>");
        }
    }
}
