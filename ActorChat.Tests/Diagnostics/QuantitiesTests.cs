using ActorChat.Server.Diagnostics.Reports;

namespace ActorChat.Tests.Diagnostics;

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
}
