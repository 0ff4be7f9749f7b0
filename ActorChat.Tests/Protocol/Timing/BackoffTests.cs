namespace ActorChat.Tests.Protocol.Timing;

public class BackoffTests
{
    [Fact]
    public void Pauses_double_up_to_a_minute()
    {
        var backoff = Create(() => 0.5);

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 8).Select(_ => backoff.Next().TotalSeconds));
        backoff.Reset();
        Assert.Equal(1, backoff.Next().TotalSeconds);
    }

    [Fact]
    public void They_vary_by_a_quarter_and_never_pass_the_minute() =>
        Prop.ForAll(Gen.Choose(0, 999).ToArbitrary(), Gen.Choose(0, 20).ToArbitrary(), (random, turn) =>
            {
                var backoff = Create(() => random / 1000.0);
                var pause = Enumerable.Range(0, turn + 1).Select(_ => backoff.Next().TotalSeconds).ToArray()[turn];
                var middle = Math.Min(60, Math.Pow(2, turn));
                return pause >= middle * 0.75 && pause <= Math.Min(60, middle * 1.25);
            }).QuickCheckThrowOnFailure();

    private static Backoff Create(Func<double> random) => new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), random);
}
