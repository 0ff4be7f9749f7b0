using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

/// <summary>The message that the hook before a restart is told is the one that the actor saw.</summary>
public class PreRestartMessageTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    [Trait("Upstream", "differs: only actors with a stash are told the message, others the scheduler's own")]
    public void It_is_the_timers_message() => Expect("tick", actor => actor.Timers.StartSingleTimer("key", "tick", TimeSpan.Zero));

    [Fact]
    public void It_is_the_timeout() =>
        Expect(ReceiveTimeout.Instance, _ => Fragile.Here.SetReceiveTimeout(TimeSpan.FromMilliseconds(1)));

    [Fact]
    [Trait("Upstream", "differs: the message of WatchWith is told as Terminated")]
    public void It_is_the_message_chosen_for_the_end_of_an_actor()
    {
        var dead = Watch(Sys.ActorOf(Props.Create<Echo>()));
        Sys.Stop(dead);
        ExpectTerminated(dead);
        Expect("gone", _ => Fragile.Here.WatchWith(dead, "gone"));
    }

    private void Expect(object message, Action<Fragile> prepare)
    {
        var actor = ChildOf(Supervising(_ => Directive.Restart), Props.Create(() => new Fragile(TestActor)));
        actor.Tell(prepare, TestActor);
        ExpectMsg(message);
    }

    private sealed class Fragile(IActorRef log) : UntypedActor, IWithTimers
    {
        public static IActorContext Here => Context;

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreRestart(Exception reason, object? message)
        {
            Context.SetReceiveTimeout(null);
            log.Tell(message!);
        }

        protected override void OnReceive(object message)
        {
            if (message is not Action<Fragile> prepare)
                throw Failure();
            prepare(this);
        }
    }
}
