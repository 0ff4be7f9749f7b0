using ActorChat.Benchmarks.Load.Figures;

namespace ActorChat.Tests.Benchmarks;

public class PaceTests
{
    [Fact]
    public void Each_message_is_due_at_its_own_time()
    {
        var pace = new Pace(start: 1_000, ticksBetween: 2.5);
        Assert.False(pace.TryTake(999, out _));
        Assert.Equal([1_000, 1_002, 1_005, 1_007], Due(pace, now: 1_009));
        Assert.Equal(1_010, pace.Next);
    }

    [Fact]
    public void What_could_not_be_sent_in_time_keeps_the_time_at_which_it_was_due()
    {
        var pace = new Pace(start: 0, ticksBetween: 10);
        Assert.Equal([0], Due(pace, now: 0));
        Assert.Equal([10, 20, 30, 40, 50], Due(pace, now: 55));
    }

    private static long[] Due(Pace pace, long now)
    {
        var all = new List<long>();
        while (pace.TryTake(now, out var due))
            all.Add(due);
        return [.. all];
    }
}
