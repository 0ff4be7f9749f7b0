using ActorChat.Server.Chat.Moderation;

namespace ActorChat.Tests.Chat.Moderation;

public sealed class SanctionTermsTests
{
    [Theory]
    [InlineData("", null, "")]
    [InlineData("por pesado", null, "por pesado")]
    [InlineData("30s", 30, "")]
    [InlineData("10m  por pesado ", 600, "por pesado")]
    [InlineData("2H ya", 7200, "ya")]
    [InlineData("7d", 604_800, "")]
    public void A_duration_may_stand_before_the_reason(string text, int? seconds, string reason)
    {
        Assert.True(SanctionTerms.TryParse(text, out var terms));
        Assert.Equal((seconds, reason), ((int?)terms.Duration?.TotalSeconds, terms.Reason));
    }

    [Theory]
    [InlineData("10")]
    [InlineData("10x")]
    [InlineData("0m")]
    [InlineData("1.5h")]
    [InlineData("3651d")]
    [InlineData("99999999999999999999s")]
    [InlineData("2147483647h")]
    [InlineData("10m10s por pesado")]
    public void What_begins_with_a_digit_is_a_duration_or_refused(string text) => Assert.False(SanctionTerms.TryParse(text, out _));

    [Fact]
    public void Any_duration_is_read_back_and_no_text_makes_it_fail() => Prop.ForAll(
        Gen.Choose(1, 3650).ToArbitrary(), AnyString.Arbitrary, (number, text) =>
    {
        foreach (var (unit, length) in new[] { ('s', 1), ('m', 60), ('h', 3600), ('d', 86_400) })
        {
            Assert.True(SanctionTerms.TryParse(string.Create(CultureInfo.InvariantCulture, $"{number}{unit} x"), out var terms));
            Assert.Equal((TimeSpan.FromSeconds((long)number * length), "x"), (terms.Duration, terms.Reason));
        }

        Assert.True(SanctionTerms.TryParse(text, out var any) || char.IsAsciiDigit(text.Trim()[0]));
        Assert.True(any?.Duration is null || any.Duration > TimeSpan.Zero);
    }).QuickCheckThrowOnFailure();
}
