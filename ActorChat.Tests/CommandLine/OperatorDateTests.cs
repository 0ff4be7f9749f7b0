using ActorChat.Server.CommandLine;

namespace ActorChat.Tests.CommandLine;

public sealed class OperatorDateTests
{
    [Theory]
    [InlineData("2026-11-27T13:03:00Z")]
    [InlineData("2026-11-27T14:03:00+01:00")]
    [InlineData(" 2026-11-27 13:03Z ")]
    [InlineData("2026-11-27T13:03:00.000Z")]
    public void A_time_of_a_zone_is_the_same_everywhere(string text)
    {
        Assert.True(OperatorDate.TryParse(text, isEnd: true, out var date));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 13, 3, 0, TimeSpan.Zero), date);
    }

    [Fact]
    public void Any_time_and_any_day_are_read_as_this_machines_clock_has_them() => Prop.ForAll(
        Gen.Choose(0, 1_000_000).Select(hours => new DateTime(1990, 1, 1).AddHours(hours)).ToArbitrary(), time =>
    {
        Assert.True(OperatorDate.TryParse(time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), isEnd: false, out var read));
        Assert.Equal(new DateTimeOffset(time, TimeZoneInfo.Local.GetUtcOffset(time)), read);
        var day = time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.True(OperatorDate.TryParse(day, isEnd: false, out var begin) & OperatorDate.TryParse(day, isEnd: true, out var end));
        Assert.Equal((time.Date, time.Date.AddDays(1)), (begin.LocalDateTime, end.LocalDateTime));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("ayer")]
    [InlineData("27/11/2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-11-27T25:00")]
    [InlineData("9999-12-31")]
    public void Anything_else_is_no_date(string text) => Assert.False(OperatorDate.TryParse(text, isEnd: true, out _));

    [Fact]
    public void No_text_makes_it_fail() => Prop.ForAll(AnyString.Arbitrary, text =>
    {
        OperatorDate.TryParse(text, isEnd: true, out _);
    }).QuickCheckThrowOnFailure();
}
