using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Scheduling;

public class SchedulerTests(ITestOutputHelper output) : ActorSpec(output)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void A_message_is_told_later_in_the_name_of_its_sender()
    {
        var probe = CreateTestProbe();
        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "later", probe);
        ExpectMsgFrom(probe, "later");
    }

    [Fact]
    public void A_repeated_message_is_told_until_it_is_called_off()
    {
        var repeated = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(TimeSpan.Zero, Soon, TestActor, "again", TestActor);
        for (var i = 0; i < 5; i++)
            ExpectMsg("again");
        repeated.Cancel();
        while (HasMessages)
            ExpectMsg("again");
    }

    [Fact]
    public void What_was_called_off_is_not_told()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(50), TestActor, "called off", TestActor, cancelable);
        cancelable.Cancel();
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(150), TestActor, "told", TestActor);
        ExpectMsg("told");
    }

    [Fact]
    public void An_action_that_fails_harms_no_other()
    {
        Sys.Scheduler.Advanced.ScheduleOnce(Soon, () => throw Failure());
        Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(50), () => TestActor.Tell("alive", ActorRefs.NoSender));
        ExpectMsg("alive");
    }

    [Fact]
    public void A_negative_delay_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(-1), TestActor, "never", TestActor));
}
