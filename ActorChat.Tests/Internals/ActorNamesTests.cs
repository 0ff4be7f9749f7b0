using Akka.Actor;
using Xunit;

namespace ActorChat.Tests.Internals;

public class ActorNamesTests
{
    [Theory]
    [InlineData(1, "$a")]
    [InlineData(26, "$z")]
    [InlineData(27, "$A")]
    [InlineData(63, "$+")]
    [InlineData(64, "$~")]
    [InlineData(65, "$ab")]
    [InlineData(128, "$~b")]
    public void Generated_names_count_in_64_digits_the_lowest_first(long number, string name) =>
        Assert.Equal(name, ActorNames.Generated(number));

    [Fact]
    public void Generated_names_are_all_different_and_fit_the_largest_number()
    {
        Assert.Equal(100_000, Enumerable.Range(1, 100_000).Select(n => ActorNames.Generated(n)).Distinct().Count());
        Assert.StartsWith("$", ActorNames.Generated(long.MaxValue), StringComparison.Ordinal);
    }
}
