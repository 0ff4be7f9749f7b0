using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Transport.Limits;

public sealed class CommandWindowTests
{
    // Whatever is sent, answered in any order, twice or never, and given up: the window is the set of those that are none of it.
    [Fact]
    public void Those_that_wait_are_those_sent_but_neither_answered_nor_given_up()
    {
        var steps = Gen.Zip(Gen.Choose(0, 3), Gen.Zip(Gen.Choose(1, 40), Gen.Choose(0, 5))).ArrayOf();
        Prop.ForAll(steps.ToArbitrary(), moves =>
        {
            var window = default(CommandWindow);
            var waiting = new SortedDictionary<long, TimeSpan>();
            var (now, last) = (TimeSpan.Zero, 0L);
            foreach (var (kind, (first, length)) in moves)
            {
                now += TimeSpan.FromSeconds(length);
                if (kind == 0)
                    Assert.Equal(Remove(waiting, command => waiting[command] <= now), window.TakeOverdue(now));
                else if (kind == 1)
                    Assert.Equal(Remove(waiting, command => command >= first && command <= first + length).Count > 0, window.TryComplete(first, first + length));
                else
                    waiting.Add(++last, Sent(ref window, now, last));
                Assert.Equal((waiting.Count, waiting.Values.FirstOrDefault(TimeSpan.MaxValue)), (window.Count, window.NextDeadline));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static TimeSpan Sent(ref CommandWindow window, TimeSpan now, long expected)
    {
        var deadline = now + TimeSpan.FromSeconds(5);
        Assert.Equal(expected, window.Add(deadline));
        return deadline;
    }

    private static List<long> Remove(SortedDictionary<long, TimeSpan> waiting, Func<long, bool> which)
    {
        var removed = waiting.Keys.Where(which).ToList();
        removed.ForEach(command => waiting.Remove(command));
        return removed;
    }
}
