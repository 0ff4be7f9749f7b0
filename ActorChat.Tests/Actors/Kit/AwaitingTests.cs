using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ActorChat.Tests.Actors.Kit;

/// <summary>Waiting for what no message tells.</summary>
public class AwaitingTests(ITestOutputHelper output) : ActorSpec(output)
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(1);

    private int _looks;

    [Fact]
    public async Task An_assertion_is_made_again_until_it_holds()
    {
        AwaitAssert(() => Assert.Equal(3, ++_looks), interval: Often);
        await AwaitAssertAsync(() => Assert.Equal(6, ++_looks), interval: Often);
        await AwaitAssertAsync(
            () =>
            {
                Assert.Equal(9, ++_looks);
                return Task.CompletedTask;
            },
            interval: Often);
    }

    [Fact]
    public async Task An_assertion_that_never_holds_fails_as_it_failed_last()
    {
        Assert.ThrowsAny<XunitException>(() => AwaitAssert(() => Assert.Fail("as ever"), Short, Often));
        await Assert.ThrowsAnyAsync<XunitException>(() => AwaitAssertAsync(() => Assert.Fail("as ever"), Short, Often));
    }

    [Fact]
    public async Task A_condition_is_looked_at_until_it_holds()
    {
        AwaitCondition(() => ++_looks == 3, Patience, Often);
        await AwaitConditionAsync(() => ++_looks == 6, Patience, Often);
        await AwaitConditionAsync(() => Task.FromResult(++_looks == 9), Patience, Often);
        Assert.Equal(9, _looks);
    }

    [Fact]
    public async Task A_condition_that_never_holds_fails_or_says_no()
    {
        Assert.ThrowsAny<XunitException>(() => AwaitCondition(() => false, Short));
        await Assert.ThrowsAnyAsync<XunitException>(() => AwaitConditionAsync(() => false, Short, "never"));
        Assert.False(AwaitConditionNoThrow(() => false, Short));
        Assert.False(await AwaitConditionNoThrowAsync(() => false, Short));
        Assert.True(await AwaitConditionNoThrowAsync(() => Task.FromResult(true), Short));
    }

    [Fact]
    public void A_gate_opens_when_it_has_been_counted_down()
    {
        var latch = CreateTestLatch(2);
        latch.CountDown();
        Assert.False(latch.IsOpen);
        Assert.Throws<TimeoutException>(() => latch.Ready(Short));
        Scripted((_, _) => latch.CountDown()).Tell("count down", TestActor);
        latch.Ready(Patience);
        Assert.True(latch.IsOpen);
        latch.Reset();
        Assert.False(latch.IsOpen);
        latch.Open();
        latch.Ready();
    }

    [Fact]
    public void A_barrier_lets_all_through_when_the_last_one_is_there()
    {
        var barrier = CreateTestBarrier(2);
        var actor = Scripted((context, _) =>
        {
            barrier.Await(Patience);
            TestActor.Tell("through", context.Self);
        });
        actor.Tell("go", TestActor);
        barrier.Await(Patience);
        ExpectMsg("through");
    }
}
