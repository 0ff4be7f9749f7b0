using ActorChat.Server.Net.Fairness;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Net.Fairness;

public class IdleWatchTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    private IdleWatch _watch;

    [Theory]
    [InlineData(600, 60)]
    [InlineData(120, 60)]
    [InlineData(60, 30)]
    [InlineData(2, 1)]
    public void The_reminder_comes_a_minute_before_the_end_or_at_half_the_time(int timeout, int notice) =>
        Assert.Equal(TimeSpan.FromSeconds(notice), IdleWatch.Notice(TimeSpan.FromSeconds(timeout)));

    [Fact]
    public void Silence_is_followed_by_a_reminder_and_then_by_the_end()
    {
        Assert.Equal(Idleness.Fine, Look(539.999));
        Assert.Equal(TimeSpan.FromMinutes(9), _watch.NextAt(TenMinutes));
        Assert.Equal(Idleness.Reminder, Look(540));
        Assert.Equal(Idleness.Fine, Look(599.999));
        Assert.Equal(TimeSpan.FromMinutes(10), _watch.NextAt(TenMinutes));
        Assert.Equal(Idleness.Over, Look(600));
    }

    [Fact]
    public void A_line_after_the_reminder_starts_the_time_anew()
    {
        Look(540);
        _watch.OnLine(TimeSpan.FromSeconds(599));
        Assert.Equal(Idleness.Fine, Look(599 + 539.999));
        Assert.Equal(Idleness.Reminder, Look(599 + 540));
    }

    [Fact]
    public void However_late_somebody_looks_there_is_time_for_an_answer() =>
        Prop.ForAll(Gen.Choose(0, 400).ArrayOf().ToArbitrary(), pauses =>
        {
            var watch = default(IdleWatch);
            var now = TimeSpan.Zero;
            TimeSpan? reminded = null;
            foreach (var pause in pauses)
            {
                now += TimeSpan.FromSeconds(pause);
                var found = watch.Look(TenMinutes, now);
                if (found == Idleness.Reminder)
                    reminded = now;
                if (found == Idleness.Over)
                    Assert.True(now - reminded >= TimeSpan.FromMinutes(1));
            }

            Assert.Equal(now >= TimeSpan.FromMinutes(9), reminded is not null);
        }).QuickCheckThrowOnFailure();

    private Idleness Look(double seconds) => _watch.Look(TenMinutes, TimeSpan.FromSeconds(seconds));
}
