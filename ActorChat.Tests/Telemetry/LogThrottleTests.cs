using ActorChat.Server.Telemetry;

namespace ActorChat.Tests.Telemetry;

public class LogThrottleTests
{
    [Fact]
    public void Lines_keep_their_distance_and_every_one_is_written_or_counted() =>
        Prop.ForAll(Gen.Choose(0, 50_000).ArrayOf().ToArbitrary(), gaps =>
        {
            var pace = default(LogThrottle);
            var now = TimeSpan.Zero;
            var written = new List<TimeSpan>();
            long counted = 0, sinceLast = 0;
            foreach (var gap in gaps)
            {
                now += TimeSpan.FromMilliseconds(gap);
                sinceLast++;
                if (!pace.TryPass(now, out var leftOut))
                    continue;
                written.Add(now);
                counted += leftOut + 1;
                Assert.Equal(sinceLast, leftOut + 1);
                sinceLast = 0;
            }

            Assert.All(written.Zip(written.Skip(1)), pair => Assert.True(pair.Second - pair.First >= LogThrottle.Pause));
            Assert.Equal(gaps.Length, counted + sinceLast);
        }).QuickCheckThrowOnFailure();
}
