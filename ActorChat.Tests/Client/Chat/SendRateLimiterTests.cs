using ActorChat.Client.Chat;

namespace ActorChat.Tests.Client.Chat;

public class SendRateLimiterTests
{
    [Fact]
    public void A_few_lines_go_at_once_and_the_next_ones_one_by_one()
    {
        var limiter = new SendRateLimiter(10);
        var waits = Enumerable.Range(0, SendRateLimiter.Burst + 2).Select(_ => limiter.Next(TimeSpan.Zero)).ToArray();

        Assert.All(waits[..SendRateLimiter.Burst], wait => Assert.Equal(TimeSpan.Zero, wait));
        Assert.Equal([TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.2)], waits[SendRateLimiter.Burst..]);
        Assert.Equal(TimeSpan.Zero, limiter.Next(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Without_a_limit_nothing_waits()
    {
        var limiter = new SendRateLimiter(0);
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(TimeSpan.Zero, limiter.Next(TimeSpan.Zero)));
    }

    [Fact]
    public void Whenever_lines_come_the_server_finds_none_too_many() =>
        Prop.ForAll(Gen.Choose(0, 400).ArrayOf().ToArbitrary(), Gen.Choose(1, 50).ToArbitrary(), (pauses, rate) =>
            {
                var limiter = new SendRateLimiter(rate);
                var now = TimeSpan.Zero;
                var allowance = (double)SendRateLimiter.Burst;
                var last = TimeSpan.Zero;
                foreach (var pause in pauses)
                {
                    now += TimeSpan.FromMilliseconds(pause);
                    now += limiter.Next(now);
                    allowance = Math.Min(SendRateLimiter.Burst, allowance + ((now - last).TotalSeconds * rate)) - 1;
                    last = now;
                    if (allowance < -0.001)
                        return false;
                }

                return true;
            }).QuickCheckThrowOnFailure();
}
