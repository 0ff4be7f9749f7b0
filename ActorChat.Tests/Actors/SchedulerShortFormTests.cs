using Akka.Actor;
using Akka.Dispatch;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

/// <summary>Times in ms, switches that come back, actions and pieces of work.</summary>
public class SchedulerShortFormTests(ITestOutputHelper output) : ActorSpec(output)
{
    private const int Soon = 1;
    private const int Never = int.MaxValue;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void Messages_are_scheduled_in_milliseconds()
    {
        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "once", TestActor);
        ExpectMsg("once");
        using var off = new Cancelable(Sys.Scheduler);
        Sys.Scheduler.ScheduleTellRepeatedly(Soon, Soon, TestActor, "again", TestActor, off);
        ExpectAll("again", "again");
        off.Cancel();
    }

    [Fact]
    public void The_switch_that_comes_back_calls_it_off()
    {
        var scheduler = Sys.Scheduler;
        ICancelable[] switches =
        [
            scheduler.ScheduleTellOnceCancelable(Never, TestActor, "never", TestActor),
            scheduler.ScheduleTellRepeatedlyCancelable(Never, Soon, TestActor, "never", TestActor),
            scheduler.Advanced.ScheduleOnceCancelable(Never, Tell),
            scheduler.Advanced.ScheduleOnceCancelable(TimeSpan.FromDays(1), Tell),
            scheduler.Advanced.ScheduleRepeatedlyCancelable(Never, Soon, Tell),
            scheduler.Advanced.ScheduleRepeatedlyCancelable(TimeSpan.FromDays(1), Moment, Tell),
        ];
        foreach (var each in switches)
            each.Cancel();
        Assert.All(switches, each => Assert.True(each.IsCancellationRequested));
        ExpectNoMsg(Moment);
    }

    [Fact]
    public void Actions_and_pieces_of_work_run_once_or_again_and_again()
    {
        var scheduler = Sys.Scheduler.Advanced;
        scheduler.ScheduleOnce(Soon, Tell);
        ExpectMsg("run");
        scheduler.ScheduleOnce(TimeSpan.Zero, new Work(Tell));
        ExpectMsg("run");
        using var off = new Cancelable(Sys.Scheduler);
        scheduler.ScheduleRepeatedly(Soon, Soon, Tell, off);
        ExpectAll("run", "run");
        off.Cancel();
        using var offToo = new Cancelable(Sys.Scheduler);
        scheduler.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.FromMilliseconds(Soon), new Work(() => TestActor.Tell("work")), offToo);
        for (var i = 0; i < 2; i++)
            FishForMessage(message => message is "work");
    }

    [Fact]
    public void A_linked_switch_turns_with_any_of_the_others()
    {
        using var source = new CancellationTokenSource();
        using var one = new Cancelable(Sys.Scheduler);
        var byOther = Cancelable.CreateLinkedCancelable(Sys.Scheduler, one, new Cancelable(Sys.Scheduler));
        var byToken = Cancelable.CreateLinkedCancelable(Sys.Scheduler.Advanced, source.Token);
        Assert.False(byOther.IsCancellationRequested || byToken.IsCancellationRequested);
        one.Cancel();
        source.Cancel();
        Assert.True(byOther.IsCancellationRequested && byToken.IsCancellationRequested);
    }

    private void Tell() => TestActor.Tell("run");

    private sealed class Work(Action action) : IRunnable
    {
        public void Run() => action();

        public void Execute() => Run();
    }
}
