using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ActorChat.Tests.Actors.Kit;

public class WithinTests(ITestOutputHelper output) : ActorSpec(output)
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Long = TimeSpan.FromHours(10);

    [Fact]
    public async Task A_block_gives_its_result()
    {
        Assert.Equal(1, Within(Long, () => 1));
        Assert.Equal(2, await WithinAsync(Long, () => Task.FromResult(2)));
    }

    [Fact]
    public void What_is_left_is_only_known_inside_of_a_block()
    {
        Assert.Throws<InvalidOperationException>(() => Remaining);
        Within(Long, () => Assert.InRange(Remaining, TimeSpan.Zero, Long));
        Assert.Throws<InvalidOperationException>(() => Remaining);
    }

    [Fact]
    public void An_inner_block_ends_with_the_outer_one() =>
        Within(Long, () => Within(2 * Long, () => Assert.InRange(Remaining, TimeSpan.Zero, Long)));

    [Fact]
    public void After_an_inner_block_the_outer_one_goes_on() => Within(Long, () =>
    {
        Within(Short, () => { });
        Assert.InRange(Remaining, Patience, Long);
    });

    [Fact]
    public void A_block_that_fails_leaves_the_outer_one_in_force() => Within(Long, () =>
    {
        Assert.Throws<InvalidOperationException>(() => Within(Short, () => throw Failure()));
        Assert.InRange(Remaining, Patience, Long);
    });

    [Fact]
    public void A_block_that_takes_too_long_fails() => Assert.ThrowsAny<XunitException>(() => Within(Short, () =>
    {
        var end = Remaining + Now;
        SpinWait.SpinUntil(() => Now > end);
    }));

    [Fact]
    public async Task A_block_that_is_too_fast_fails()
    {
        Assert.ThrowsAny<XunitException>(() => Within(Long, 2 * Long, () => { }));
        await Assert.ThrowsAnyAsync<XunitException>(() => WithinAsync(Long, 2 * Long, () => Task.CompletedTask));
    }

    [Fact]
    public void A_block_that_needs_more_time_than_there_is_fails_before_it_begins()
    {
        var begun = false;
        Assert.ThrowsAny<XunitException>(() => Within(Long, () => Within(2 * Long, 3 * Long, () => begun = true)));
        Assert.False(begun);
    }
}
