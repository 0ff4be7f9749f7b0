using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Transport.Limits;

public class MessageRateLimiterTests
{
    private static readonly Rate TenASecond = new(PerSecond: 10, Burst: 2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private MessageRateLimiter _pace;

    [Fact]
    public void Who_was_quiet_until_there_was_a_token_begins_anew()
    {
        UseUp(0);
        Assert.Equal(RateDecision.Allow, Ask(59));
        _pace.OnQueueEmpty(TenASecond, TimeSpan.FromSeconds(59.5));
        UseUp(59.5);
        Assert.Equal(RateDecision.Delay, Ask(59.5 + 0.05));
        for (var tick = 596; tick < 1195; tick++)
            Assert.Equal((RateDecision.Allow, true), (Ask(tick / 10.0), Ask(tick / 10.0) is RateDecision.Delay or RateDecision.DelayAndWarn));
        Assert.Equal(RateDecision.Disconnect, Ask(119.5, again: true));
    }

    [Fact]
    public void Who_was_quiet_for_less_than_that_does_not()
    {
        UseUp(0);
        _pace.OnQueueEmpty(TenASecond, TimeSpan.FromSeconds(0.09));
        for (var tick = 1; tick < 600; tick++)
            Ask(tick / 10.0);
        Ask(59.95);
        Assert.Equal(RateDecision.Disconnect, Ask(60.0, again: true));
    }

    [Fact]
    public void Bytes_are_paid_for_before_more_are_read_and_the_longest_messages_at_the_rate_never_wait()
    {
        for (var tick = 0; tick < 600; tick++)
        {
            Assert.Equal(RateDecision.Allow, _pace.CheckRead(TenASecond, Longest, TimeSpan.FromSeconds(tick / 10.0)));
            _pace.OnRead(TenASecond, bytes: 100, perMessage: 100, TimeSpan.FromSeconds(tick / 10.0));
        }

        _pace.OnRead(TenASecond, bytes: 1_001, perMessage: 100, TimeSpan.FromSeconds(60));
        Assert.Equal(RateDecision.DelayAndWarn, _pace.CheckRead(TenASecond, Longest, TimeSpan.FromSeconds(60)));
        Assert.InRange(_pace.ReadAt(TenASecond), TimeSpan.FromSeconds(60.8), TimeSpan.FromSeconds(60.9));
        Assert.Equal(RateDecision.Allow, _pace.CheckRead(TenASecond, Longest, _pace.ReadAt(TenASecond)));
    }

    [Fact]
    public void An_excess_of_bytes_ends_as_one_of_messages_does()
    {
        for (var second = 0; second < 60; second++)
        {
            _pace.OnQueueEmpty(TenASecond, TimeSpan.FromSeconds(second));
            _pace.OnRead(TenASecond, bytes: 1_200, perMessage: 100, TimeSpan.FromSeconds(second));
            Assert.NotEqual(RateDecision.Allow, _pace.CheckRead(TenASecond, Longest, TimeSpan.FromSeconds(second)));
        }

        Assert.Equal(RateDecision.Disconnect, _pace.CheckRead(TenASecond, Longest, TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void Without_an_end_it_goes_on_for_ever_with_a_notice_a_minute()
    {
        var notices = Enumerable.Range(0, 10 * 60 * 10).Count(
            tick => _pace.Check(TenASecond, maxFlood: null, TimeSpan.FromSeconds(tick / 20.0)) == RateDecision.DelayAndWarn);
        Assert.InRange(notices, 5, 6);
    }

    // As many as there are tokens, and one more.
    private void UseUp(double seconds)
    {
        while (Ask(seconds) == RateDecision.Allow)
        {
        }
    }

    private RateDecision Ask(double seconds, bool again = false)
    {
        var turn = _pace.Check(TenASecond, Longest, TimeSpan.FromSeconds(seconds));
        return again && turn == RateDecision.Allow ? Ask(seconds) : turn;
    }
}
