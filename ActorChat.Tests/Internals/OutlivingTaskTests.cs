using ActorChat.Tests.Actors.Async;
using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals;

/// <summary>A task that is still under way when a sibling's failure has its actor restarted: what it does cannot harm the new instance.</summary>
public class OutlivingTaskTests(ITestOutputHelper output) : AsyncSpec(output)
{
    [Fact]
    public void What_it_puts_aside_goes_to_the_new_instance()
    {
        var actor = Restarted((self, _) => self.Stash.Stash());
        ExpectMsg("handled by 2");
        TellAll(actor, "next");
        ExpectMsg("next at 2");
    }

    [Fact]
    public void A_timer_that_it_starts_does_not_run()
    {
        var actor = Restarted((self, _) =>
        {
            self.Timers.StartPeriodicTimer("periodic", "tick", TimeSpan.FromMilliseconds(1));
            self.Timers.StartSingleTimer("single", "tick", TimeSpan.FromMilliseconds(1));
            Assert.Empty(self.Timers.ActiveTimers);
        });
        ExpectNoMsg(Moment);
        TellAll(actor, "next");
        ExpectMsg("next at 2");
    }

    // The first message's task is at work in the first instance until the second one is there.
    private IActorRef Restarted(Action<Persistent, object> after)
    {
        var (gate, lives) = (Gate(), new Lives());
        var parent = Supervising(new AllForOneStrategy(_ => Directive.Restart));
        var actor = ChildOf(parent, Props.Create(() => new Persistent(TestActor, lives)));
        var sibling = ChildOf(parent, Props.Create<Fragile>());
        ExpectMsg("instance 1");
        Func<Persistent, object, Task> work = async (self, message) =>
        {
            self.Log.Tell("begin");
            await gate.Task;
            after(self, message);
        };
        actor.Tell(work, TestActor);
        ExpectMsg("begin");
        sibling.Tell(Failure(), TestActor);
        ExpectMsg("instance 2");
        gate.SetResult();
        return actor;
    }

    private sealed class Lives
    {
        public int Count { get; set; }
    }

    private sealed class Fragile : UntypedActor
    {
        protected override void OnReceive(object message) => throw (Exception)message;
    }

    private sealed class Persistent : ReceiveActor, IWithStash, IWithTimers
    {
        public Persistent(IActorRef log, Lives lives)
        {
            Log = log;
            var instance = ++lives.Count;
            log.Tell($"instance {instance}");
            ReceiveAsync<Func<Persistent, object, Task>>(work =>
            {
                if (instance == 1)
                    return work(this, work);
                log.Tell($"handled by {instance}");
                return Task.CompletedTask;
            });
            ReceiveAny(message => log.Tell($"{message} at {instance}"));
        }

        public IActorRef Log { get; }

        public IStash Stash { get; set; } = null!;

        public ITimerScheduler Timers { get; set; } = null!;
    }
}
