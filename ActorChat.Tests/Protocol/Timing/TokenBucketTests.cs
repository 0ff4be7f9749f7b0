namespace ActorChat.Tests.Protocol.Timing;

public class TokenBucketTests
{
    private static readonly Gen<Rate> Rates =
        from perSecond in Gen.OneOf(Gen.Choose(1, 20), Gen.Choose(1, 100_000))
        from burst in Gen.Choose(1, 30)
        select new Rate(perSecond, burst);

    // Parts of an interval from one try to the next: much less than one, about one, and long pauses.
    private static readonly Gen<int[]> Gaps = Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(90, 110), Gen.Choose(0, 2000)).ArrayOf(200);

    [Fact]
    public void Never_more_passes_in_any_window_than_the_burst_and_what_the_rate_gives() =>
        Prop.ForAll(Rates.ToArbitrary(), Gaps.ToArbitrary(), (rate, gaps) =>
        {
            var passed = Moments(rate, gaps).Where(new Tried(rate).Passes).ToList();
            for (var first = 0; first < passed.Count; first++)
            {
                for (var last = first; last < passed.Count; last++)
                {
                    var most = rate.Burst + ((passed[last] - passed[first]) / rate.Interval);
                    Assert.True(last - first + 1 <= most + 1e-6, $"{last - first + 1} in {passed[last] - passed[first]}, not {most}");
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_is_refused_knows_when_to_come_again_which_is_soon_and_is_then_not_refused() =>
        Prop.ForAll(Rates.ToArbitrary(), Gaps.ToArbitrary(), (rate, gaps) =>
        {
            var bucket = default(TokenBucket);
            foreach (var now in Moments(rate, gaps))
            {
                if (bucket.TryTake(rate, now))
                    continue;
                var next = bucket.NextAt(rate);
                Assert.InRange(next - now, TimeSpan.FromTicks(1), rate.Interval);
                var early = bucket;
                Assert.False(early.TryTake(rate, next - TimeSpan.FromTicks(1)));
                var inTime = bucket;
                Assert.True(inTime.TryTake(rate, next));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_whole_burst_passes_at_once_at_first_and_after_a_long_enough_pause() =>
        Prop.ForAll(Rates.ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (rate, seconds) =>
        {
            var tried = new Tried(rate);
            var first = TimeSpan.FromSeconds(seconds);
            var second = first + (rate.Burst * rate.Interval);

            Assert.Equal(rate.Burst, Enumerable.Repeat(first, rate.Burst + 5).Count(tried.Passes));
            Assert.Equal(rate.Burst, Enumerable.Repeat(second, rate.Burst + 5).Count(tried.Passes));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_charged_is_paid_back_in_the_time_that_it_costs() =>
        Prop.ForAll(Rates.ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (rate, messages) =>
        {
            var bucket = default(TokenBucket);
            var now = TimeSpan.FromSeconds(1000);
            Assert.True(bucket.PaidAt(rate) <= now);

            bucket.Charge((rate.Burst + messages) * rate.Interval, now);
            Assert.Equal(now + (messages * rate.Interval), bucket.PaidAt(rate));
            Assert.False(bucket.TryTake(rate, bucket.PaidAt(rate)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_keeps_to_the_rate_never_waits() =>
        Prop.ForAll(Rates.ToArbitrary(), rate =>
        {
            var tried = new Tried(rate);
            Assert.All(Enumerable.Range(0, 200), number => Assert.True(tried.Passes(number * rate.Interval)));
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<TimeSpan> Moments(Rate rate, int[] gaps)
    {
        var now = TimeSpan.Zero;
        foreach (var gap in gaps)
            yield return now += rate.Interval * gap / 100;
    }

    private sealed class Tried(Rate rate)
    {
        private TokenBucket _bucket;

        public bool Passes(TimeSpan now) => _bucket.TryTake(rate, now);
    }
}
