using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Kit;

public class VirtualTimeTests(ITestOutputHelper output) : VirtualTimeSpec(output)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void The_clock_moves_by_what_it_is_told_to()
    {
        var start = Clock.Now;
        Clock.Advance(Hour);
        Assert.Equal(start + Hour, Clock.Now);
        Clock.AdvanceTo(start + Hour + Second);
        Assert.Equal(start + Hour + Second, Sys.Scheduler.Now);
        Assert.Throws<InvalidOperationException>(() => Clock.AdvanceTo(start));
    }

    [Fact]
    public void A_message_is_told_when_its_time_has_come_and_not_before()
    {
        var probe = CreateTestProbe();
        Sys.Scheduler.ScheduleTellOnce(Hour, TestActor, "late", probe);
        Clock.Advance(Hour - Second);
        Assert.False(HasMessages);
        Clock.Advance(Second);
        ExpectMsgFrom(probe.Ref, "late");
        PassHours(2);
        Assert.False(HasMessages);
    }

    [Fact]
    public void Messages_are_told_in_the_order_in_which_they_are_due()
    {
        foreach (var seconds in (int[])[3, 1, 2])
            Sys.Scheduler.ScheduleTellOnce(seconds * Second, TestActor, seconds, TestActor);
        Clock.Advance(Hour);
        ExpectAll(1, 2, 3);
    }

    [Fact]
    public void A_repeated_message_is_told_once_an_interval_until_it_is_called_off()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        Sys.Scheduler.ScheduleTellRepeatedly(Second, Hour, TestActor, "again", TestActor, cancelable);
        Clock.Advance(Second);
        PassHours(3);
        ExpectAll("again", "again", "again", "again");
        cancelable.Cancel();
        PassHours(3);
        Assert.False(HasMessages);
    }

    [Fact]
    public void An_action_runs_before_the_step_ends()
    {
        var times = 0;
        Sys.Scheduler.Advanced.ScheduleRepeatedly(Hour, Hour, () => times++);
        PassHours(5);
        Assert.Equal(5, times);
    }

    [Fact]
    public void What_is_due_at_once_waits_for_the_next_step_all_the_same()
    {
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.Zero, TestActor, "now", TestActor);
        Assert.False(HasMessages);
        Clock.Advance(TimeSpan.Zero);
        ExpectMsg("now");
    }
}
