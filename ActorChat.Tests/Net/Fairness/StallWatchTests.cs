using ActorChat.Server.Net.Fairness;
using Xunit;

namespace ActorChat.Tests.Net.Fairness;

public class StallWatchTests
{
    private StallWatch _watch;

    [Fact]
    public void A_write_is_timed_from_the_first_look_at_it()
    {
        Assert.Equal(TimeSpan.Zero, _watch.Look(1, TimeSpan.FromSeconds(7)));
        Assert.Equal(TimeSpan.FromSeconds(3), _watch.Look(1, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Another_write_is_progress()
    {
        _watch.Look(1, TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.Zero, _watch.Look(2, TimeSpan.FromSeconds(30)));
        Assert.Equal(TimeSpan.FromSeconds(1), _watch.Look(2, TimeSpan.FromSeconds(31)));
    }
}
