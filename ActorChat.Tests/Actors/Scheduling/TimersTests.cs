using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Scheduling;

public class TimersTests(ITestOutputHelper output) : ActorSpec(output)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void A_single_timer_ticks_once()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartSingleTimer("key", "tick", Soon));
        ExpectMsg("tick");
        ExpectNoMsg(Moment);
        Do(actor, timers => TestActor.Tell(timers.IsTimerActive("key")));
        ExpectMsg(false);
    }

    [Fact]
    public void A_periodic_timer_ticks_until_it_is_cancelled()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartPeriodicTimer("key", "tick", Soon));
        for (var i = 0; i < 5; i++)
            ExpectMsg("tick");
        Do(actor, timers =>
        {
            timers.Cancel("key");
            TestActor.Tell("cancelled");
        });
        FishForMessage(message => message is "cancelled");
        ExpectNoMsg(Moment);
    }

    [Fact]
    public void A_timer_of_the_same_key_takes_the_place_of_the_one_before()
    {
        var actor = Timed();
        Do(actor, timers =>
        {
            timers.StartSingleTimer("key", "first", Soon);
            timers.StartSingleTimer("key", "second", Soon);
        });
        ExpectMsg("second");
        ExpectNoMsg(Moment);
    }

    [Fact]
    public void Timers_of_different_keys_do_not_touch_each_other()
    {
        var actor = Timed();
        Do(actor, timers =>
        {
            timers.StartSingleTimer(1, "one", Soon);
            timers.StartSingleTimer(2, "two", Never);
            timers.Cancel(3);
            TestActor.Tell(timers.IsTimerActive(1) && timers.IsTimerActive(2) && !timers.IsTimerActive(3));
        });
        ExpectMsg(true);
        ExpectMsg("one");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_tick_that_waits_in_the_mailbox_is_dropped_when_its_timer_is_cancelled_or_replaced(bool replaced)
    {
        var actor = Timed();
        Do(actor, timers =>
        {
            timers.StartSingleTimer("key", "late", Soon);
            PassTime();
            if (replaced)
                timers.StartSingleTimer("key", "never", Never);
            else
                timers.Cancel("key");
        });
        TellAll(actor, "end");
        ExpectMsg("end");
        ExpectNoMsg(Moment);
    }

    [Fact]
    public void A_restart_cancels_the_timers_even_those_whose_ticks_wait()
    {
        var actor = Timed();
        Do(actor, timers =>
        {
            timers.StartPeriodicTimer("periodic", "late", Soon);
            timers.StartSingleTimer("single", "late", Soon);
            PassTime();
            throw Failure();
        });
        Do(actor, timers => TestActor.Tell(timers.IsTimerActive("periodic") || timers.IsTimerActive("single")));
        ExpectMsg(false);
        ExpectNoMsg(Moment);
    }

    [Fact]
    public void Timers_end_with_their_actor()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.DeadLetter));
        var actor = Watch(Timed());
        Do(actor, timers => timers.StartPeriodicTimer("key", "tick", Soon));
        ExpectMsg("tick");
        Sys.Stop(actor);
        FishForMessage(message => message is Terminated);
        ExpectNoMsg(Moment);
    }

    [Fact]
    public void All_timers_can_be_cancelled_at_once()
    {
        var actor = Timed();
        Do(actor, timers =>
        {
            timers.StartPeriodicTimer(1, "tick", Soon);
            timers.StartPeriodicTimer(2, "tick", Soon);
            timers.CancelAll();
            TestActor.Tell(timers.IsTimerActive(1) || timers.IsTimerActive(2));
        });
        ExpectMsg(false);
        ExpectNoMsg(Moment);
    }

    // Lets a time pass in which a timer of 1 ms has fired.
    private void PassTime()
    {
        using var passed = new ManualResetEventSlim();
        Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(100), passed.Set);
        passed.Wait(Patience);
    }

    private IActorRef Timed() => Sys.ActorOf(Props.Create(() => new TimedActor(TestActor)));

    private void Do(IActorRef actor, Action<ITimerScheduler> action) => actor.Tell(action, TestActor);

    private sealed class TimedActor(IActorRef log) : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is Action<ITimerScheduler> action)
                action(Timers);
            else
                log.Tell(message);
        }
    }
}
