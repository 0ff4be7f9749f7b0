using ActorChat.Server.Watching.Reports;
using Xunit;

namespace ActorChat.Tests.Watching;

public sealed class QuantitiesTests
{
    [Theory]
    [InlineData("00:00:00", "0 s")]
    [InlineData("00:00:59.9", "59 s")]
    [InlineData("00:01:05", "1 min 05 s")]
    [InlineData("02:10:59", "2 h 10 min")]
    [InlineData("4.03:59:59", "4 d 03 h")]
    public void A_duration_is_told_in_its_two_largest_units(string duration, string expected) =>
        Assert.Equal(expected, Quantities.Duration(TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(20L << 20, "20.0 MiB")]
    [InlineData(3L << 30, "3.0 GiB")]
    public void A_size_is_told_in_its_largest_unit(long bytes, string expected) => Assert.Equal(expected, Quantities.Bytes(bytes));
}
