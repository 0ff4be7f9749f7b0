using ActorChat.Server.Net.Fairness;
using ActorChat.Server.Net.Limits;
using Xunit;

namespace ActorChat.Tests.Net.Fairness;

public class MessagePaceTests
{
    private static readonly Rate TenASecond = new(PerSecond: 10, Burst: 2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private MessagePace _pace;

    [Fact]
    public void The_first_message_that_waits_comes_with_a_notice_and_the_others_do_not()
    {
        Assert.Equal([Turn.Now, Turn.Now, Turn.LaterWithNotice, Turn.Later], [Ask(0), Ask(0), Ask(0), Ask(0.05)]);
        Assert.Equal(TimeSpan.FromSeconds(0.1), _pace.NextAt(TenASecond));
        Assert.Equal([Turn.Now, Turn.Later], [Ask(0.1), Ask(0.1)]);
    }

    [Fact]
    public void An_excess_without_a_pause_has_an_end()
    {
        UseUp(0);
        for (var tick = 1; tick < 600; tick++)
            Assert.Equal((Turn.Now, Turn.Later), (Ask(tick / 10.0), Ask(tick / 10.0)));
        Assert.Equal(Turn.Never, Ask(60, again: true));
        Assert.Equal(Turn.Never, Ask(60.05));
    }

    [Fact]
    public void Who_was_quiet_until_there_was_a_token_begins_anew()
    {
        UseUp(0);
        Assert.Equal(Turn.Now, Ask(59));
        _pace.OnNothingWaits(TenASecond, TimeSpan.FromSeconds(59.5));
        UseUp(59.5);
        Assert.Equal(Turn.Later, Ask(59.5 + 0.05));
        for (var tick = 596; tick < 1195; tick++)
            Assert.Equal((Turn.Now, true), (Ask(tick / 10.0), Ask(tick / 10.0) is Turn.Later or Turn.LaterWithNotice));
        Assert.Equal(Turn.Never, Ask(119.5, again: true));
    }

    [Fact]
    public void Who_was_quiet_for_less_than_that_does_not()
    {
        UseUp(0);
        _pace.OnNothingWaits(TenASecond, TimeSpan.FromSeconds(0.09));
        for (var tick = 1; tick < 600; tick++)
            Ask(tick / 10.0);
        Ask(59.95);
        Assert.Equal(Turn.Never, Ask(60.0, again: true));
    }

    [Fact]
    public void Bytes_are_paid_for_before_more_are_read_and_the_longest_messages_at_the_rate_never_wait()
    {
        for (var tick = 0; tick < 600; tick++)
        {
            Assert.Equal(Turn.Now, _pace.AskToRead(TenASecond, Longest, TimeSpan.FromSeconds(tick / 10.0)));
            _pace.OnRead(TenASecond, bytes: 100, perMessage: 100, TimeSpan.FromSeconds(tick / 10.0));
        }

        _pace.OnRead(TenASecond, bytes: 1_001, perMessage: 100, TimeSpan.FromSeconds(60));
        Assert.Equal(Turn.LaterWithNotice, _pace.AskToRead(TenASecond, Longest, TimeSpan.FromSeconds(60)));
        Assert.InRange(_pace.ReadAt(TenASecond), TimeSpan.FromSeconds(60.8), TimeSpan.FromSeconds(60.9));
        Assert.Equal(Turn.Now, _pace.AskToRead(TenASecond, Longest, _pace.ReadAt(TenASecond)));
    }

    [Fact]
    public void An_excess_of_bytes_ends_as_one_of_messages_does()
    {
        for (var second = 0; second < 60; second++)
        {
            _pace.OnNothingWaits(TenASecond, TimeSpan.FromSeconds(second));
            _pace.OnRead(TenASecond, bytes: 1_200, perMessage: 100, TimeSpan.FromSeconds(second));
            Assert.NotEqual(Turn.Now, _pace.AskToRead(TenASecond, Longest, TimeSpan.FromSeconds(second)));
        }

        Assert.Equal(Turn.Never, _pace.AskToRead(TenASecond, Longest, TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void Without_an_end_it_goes_on_for_ever_with_a_notice_a_minute()
    {
        var notices = Enumerable.Range(0, 10 * 60 * 10).Count(
            tick => _pace.Ask(TenASecond, longest: null, TimeSpan.FromSeconds(tick / 20.0)) == Turn.LaterWithNotice);
        Assert.InRange(notices, 5, 6);
    }

    // As many as there are tokens, and one more.
    private void UseUp(double seconds)
    {
        while (Ask(seconds) == Turn.Now)
        {
        }
    }

    private Turn Ask(double seconds, bool again = false)
    {
        var turn = _pace.Ask(TenASecond, Longest, TimeSpan.FromSeconds(seconds));
        return again && turn == Turn.Now ? Ask(seconds) : turn;
    }
}
