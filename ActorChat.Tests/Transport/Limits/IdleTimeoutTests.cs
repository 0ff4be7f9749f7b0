using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Transport.Limits;

public class IdleTimeoutTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(600, 60)]
    [InlineData(120, 60)]
    [InlineData(60, 30)]
    [InlineData(2, 1)]
    public void The_reminder_comes_a_minute_before_the_end_or_at_half_the_time(int timeout, int notice) =>
        Assert.Equal(TimeSpan.FromSeconds(notice), IdleTimeout.Notice(TimeSpan.FromSeconds(timeout)));

    [Fact]
    public void However_late_somebody_looks_there_is_time_for_an_answer() =>
        Prop.ForAll(Gen.Choose(0, 400).ArrayOf().ToArbitrary(), pauses =>
        {
            var watch = default(IdleTimeout);
            var now = TimeSpan.Zero;
            TimeSpan? reminded = null;
            foreach (var pause in pauses)
            {
                now += TimeSpan.FromSeconds(pause);
                var found = watch.Check(TenMinutes, now);
                if (found == IdleState.Warn)
                    reminded = now;
                if (found == IdleState.TimedOut)
                    Assert.True(now - reminded >= TimeSpan.FromMinutes(1));
            }

            Assert.Equal(now >= TimeSpan.FromMinutes(9), reminded is not null);
        }).QuickCheckThrowOnFailure();
}
