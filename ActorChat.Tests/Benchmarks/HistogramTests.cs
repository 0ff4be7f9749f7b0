using ActorChat.Benchmarks.Load.Figures;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Benchmarks;

public class HistogramTests
{
    [Fact]
    public void Every_part_is_within_1_percent_of_the_sorted_values() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<uint>>(),
        ArbMap.Default.ArbFor<byte>(),
        (values, shift) =>
        {
            var histogram = new Histogram();
            var all = values.Get.Select(value => (long)value << (shift % 31)).Order().ToArray();
            Array.ForEach(all, histogram.Add);
            return new[] { 0, 0.5, 0.99, 0.999, 1 }.All(part =>
            {
                var exact = all[Math.Min((int)(part * all.Length), all.Length - 1)];
                return Math.Abs(histogram.At(part) - exact) <= 0.01 * exact;
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_greatest_value_of_all_has_its_place()
    {
        var histogram = new Histogram();
        histogram.Add(long.MaxValue);
        histogram.Add(0);
        Assert.Equal(long.MaxValue, histogram.Max);
        Assert.Equal(0, histogram.At(0));
        Assert.Equal(long.MaxValue, histogram.At(1), 0.01 * long.MaxValue);
        Assert.Equal(2, histogram.Count);
    }

    [Fact]
    public void Nothing_noted_is_zero_and_a_negative_time_counts_as_zero()
    {
        var histogram = new Histogram();
        Assert.Equal((0, 0, 0), (histogram.Max, histogram.At(0.99), histogram.Count));
        histogram.Add(-5);
        Assert.Equal((0, 0, 1), (histogram.Max, histogram.At(0.99), histogram.Count));
    }
}
