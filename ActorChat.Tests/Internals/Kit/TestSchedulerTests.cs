using ActorChat.Tests.Actors.Kit;
using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals.Kit;

/// <summary>What our virtual time does beyond Akka's: a long step is the same as many short ones.</summary>
public class TestSchedulerTests(ITestOutputHelper output) : VirtualTimeSpec(output)
{
    [Fact]
    public void A_long_step_runs_repeated_work_once_for_each_interval()
    {
        var times = new List<TimeSpan>();
        Sys.Scheduler.Advanced.ScheduleRepeatedly(Hour, Hour, () => times.Add(Clock.MonotonicClock));
        Clock.Advance(3 * Hour);
        Assert.Equal([Hour, 2 * Hour, 3 * Hour], times);
        Assert.Equal(3 * Hour, Clock.HighResMonotonicClock);
    }

    [Fact]
    public void What_work_schedules_runs_in_the_same_step_when_it_is_due_in_it()
    {
        Sys.Scheduler.Advanced.ScheduleOnce(Hour, () => Sys.Scheduler.ScheduleTellOnce(Hour, TestActor, "second", TestActor));
        Clock.Advance(2 * Hour);
        ExpectMsg("second");
    }

    [Fact]
    public void Work_that_is_called_off_by_other_work_does_not_run()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        Sys.Scheduler.Advanced.ScheduleOnce(Hour, cancelable.Cancel);
        Sys.Scheduler.Advanced.ScheduleOnce(2 * Hour, () => TestActor.Tell("called off", TestActor), cancelable);
        Clock.Advance(3 * Hour);
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_switch_turns_itself_in_virtual_time_too()
    {
        using var cancelable = new Cancelable(Sys.Scheduler, Hour);
        Assert.False(cancelable.IsCancellationRequested);
        Clock.Advance(Hour);
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void A_switch_that_was_disposed_of_does_not_break_the_step_in_which_it_would_turn()
    {
        new Cancelable(Sys.Scheduler, Hour).Dispose();
        Clock.Advance(Hour);
    }

    [Fact]
    public void A_failure_of_an_action_comes_out_and_the_rest_waits_for_the_next_step()
    {
        var start = Clock.Now;
        Sys.Scheduler.Advanced.ScheduleOnce(Hour, () => throw Failure());
        Sys.Scheduler.ScheduleTellOnce(2 * Hour, TestActor, "later", TestActor);
        Assert.Throws<InvalidOperationException>(() => Clock.Advance(3 * Hour));
        Assert.Equal(start + Hour, Clock.Now);
        Assert.False(HasMessages);
        Clock.Advance(Hour);
        ExpectMsg("later");
    }

    [Fact]
    public void Times_that_make_no_sense_are_refused()
    {
        var scheduler = Sys.Scheduler.Advanced;
        Assert.Throws<ArgumentOutOfRangeException>(() => scheduler.ScheduleOnce(-Hour, () => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => scheduler.ScheduleRepeatedly(Hour, TimeSpan.Zero, () => { }));
        Assert.Throws<InvalidOperationException>(() => Clock.Advance(-Hour));
    }

    [Fact]
    public void Work_may_be_scheduled_from_any_thread_while_time_passes()
    {
        const int Number = 1000;
        var scheduling = Task.Run(() => Parallel.For(0, Number, i => Sys.Scheduler.ScheduleTellOnce(Hour, TestActor, i, TestActor)));
        while (!scheduling.IsCompleted)
            Clock.Advance(Hour / 4);
        PassHours(1);
        Assert.Equal(Enumerable.Range(0, Number), ReceiveN(Number).Cast<int>().Order());
        Assert.False(HasMessages);
    }
}
