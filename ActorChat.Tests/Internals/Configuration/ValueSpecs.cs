using Akka.Configuration.Hocon.Values;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Internals.Configuration;

public class ValueSpecs
{
    [Theory]
    [InlineData("1500 ns", 15)]
    [InlineData("1.5us", 15)]
    [InlineData("3 micros", 30)]
    [InlineData("2 nanoseconds", 0)]
    [InlineData("0.5", 5_000)]
    [InlineData("1m", 600_000_000)]
    [InlineData("1.5 hours", 54_000_000_000)]
    [InlineData(" 1 d ", 864_000_000_000)]
    [InlineData("9223372036854775807 ns", 92_233_720_368_547_758)]
    public void A_duration_is_exact_to_a_tick(string text, long ticks) => Assert.Equal(TimeSpan.FromTicks(ticks), Durations.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("1 S")]
    [InlineData("1 sec")]
    [InlineData("1s 2ms")]
    [InlineData("1,5s")]
    [InlineData("1e3s")]
    [InlineData("922337203686 s")]
    [InlineData(null)]
    public void What_is_not_a_duration_is_none(string? text) => Assert.Null(Durations.TryParse(text));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("10KiB", 10_240)]
    [InlineData("1 MiB", 1_048_576)]
    [InlineData("512B", 512)]
    [InlineData("1.5k", 1_536)]
    [InlineData("1 kilobyte", 1_000)]
    [InlineData("7 EiB", 8_070_450_532_247_928_832)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void A_size_is_exact_to_a_byte(string text, long bytes) => Assert.Equal(bytes, ByteSizes.TryParse(text));

    [Theory]
    [InlineData("8 EiB")]
    [InlineData("9223372036854775808")]
    [InlineData("-1")]
    [InlineData("1 KB")]
    [InlineData("k")]
    public void What_is_not_a_size_is_none(string text) => Assert.Null(ByteSizes.TryParse(text));

    [Fact]
    public void The_keys_of_a_path_are_found_again_in_it()
    {
        var keys = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(key => key.Get).NonEmptyListOf().ToArbitrary();

        Prop.ForAll(keys, list => HoconPath.Split(HoconPath.Join(list)).SequenceEqual(list)).QuickCheckThrowOnFailure();
    }
}
