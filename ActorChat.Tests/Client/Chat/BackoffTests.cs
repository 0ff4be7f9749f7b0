using ActorChat.Client.Chat;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Client.Chat;

public class BackoffTests
{
    [Fact]
    public void Pauses_double_up_to_a_minute()
    {
        var backoff = new Backoff(() => 0.5);

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 8).Select(_ => backoff.Next().TotalSeconds));
        backoff.Reset();
        Assert.Equal(1, backoff.Next().TotalSeconds);
    }

    [Fact]
    public void They_vary_by_a_quarter_and_never_pass_the_minute() =>
        Prop.ForAll(Gen.Choose(0, 999).ToArbitrary(), Gen.Choose(0, 20).ToArbitrary(), (random, turn) =>
            {
                var backoff = new Backoff(() => random / 1000.0);
                var pause = Enumerable.Range(0, turn + 1).Select(_ => backoff.Next().TotalSeconds).ToArray()[turn];
                var middle = Math.Min(60, Math.Pow(2, turn));
                return pause >= middle * 0.75 && pause <= Math.Min(60, middle * 1.25);
            }).QuickCheckThrowOnFailure();
}
