using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Kit;

/// <summary>
/// Timers, to the tick. What the clock tells the actor and what the test tells it afterwards stand in its mailbox in this order, so that
/// the end shows that there was no tick more.
/// </summary>
public class VirtualTimersTests(ITestOutputHelper output) : VirtualTimeSpec(output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(24)]
    public void A_periodic_timer_ticks_exactly_once_an_interval(int intervals)
    {
        var actor = Timed();
        Do(actor, timers => timers.StartPeriodicTimer("key", "tick", Hour));
        PassHours(intervals);
        TellAll(actor, "end");
        for (var i = 0; i < intervals; i++)
            ExpectMsg("tick");
        ExpectMsg("end");
    }

    [Fact]
    public void A_single_timer_ticks_once_and_no_sooner()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartSingleTimer("key", "tick", 3 * Hour));
        PassHours(2);
        TellAll(actor, "before");
        PassHours(3);
        TellAll(actor, "end");
        ExpectAll("before", "tick", "end");
    }

    [Fact]
    public void No_late_tick_comes_after_a_cancel()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartPeriodicTimer("key", "tick", Hour));
        PassHours(2);
        actor.Tell((Action<ITimerScheduler>)(timers => timers.Cancel("key")), TestActor);

        // These may be told before the actor has come to cancel: they stand behind it in the mailbox.
        PassHours(3);
        TellAll(actor, "end");
        ExpectAll("tick", "tick", "end");
    }

    [Fact]
    public void A_tick_that_waits_while_its_timer_is_cancelled_is_dropped()
    {
        var actor = Timed();
        Do(actor, timers =>
        {
            timers.StartPeriodicTimer("key", "tick", Hour);
            PassHours(3);
            timers.Cancel("key");
        });
        TellAll(actor, "end");
        ExpectMsg("end");
    }

    [Fact]
    public void A_timer_that_takes_the_place_of_another_begins_its_own_time()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartSingleTimer("key", "first", 2 * Hour));
        PassHours(1);
        Do(actor, timers => timers.StartSingleTimer("key", "second", 2 * Hour));
        PassHours(1);
        TellAll(actor, "before");
        PassHours(1);
        TellAll(actor, "end");
        ExpectAll("before", "second", "end");
    }

    [Fact]
    public void No_tick_outlives_a_restart()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartPeriodicTimer("key", "tick", Hour));
        PassHours(1);
        actor.Tell((Action<ITimerScheduler>)(_ => throw Failure()), TestActor);
        PassHours(3);
        TellAll(actor, "end");
        ExpectAll("tick", "end");
    }

    private IActorRef Timed() => Sys.ActorOf(Props.Create(() => new TimedActor(TestActor)));

    // The action has been done on return: what the clock tells then comes after it.
    private void Do(IActorRef actor, Action<ITimerScheduler> action)
    {
        actor.Tell(action + (_ => TestActor.Tell("done", actor)), TestActor);
        ExpectMsg("done");
    }

    private sealed class TimedActor(IActorRef log) : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is Action<ITimerScheduler> action)
                action(Timers);
            else
                log.Tell(message, Self);
        }
    }
}
