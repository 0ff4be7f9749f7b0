using Xunit;

namespace ActorChat.Tests.Internals.Exploration;

/// <summary>
/// The mailbox on every way that things can come together, up to a bound: what the other tests of it hope to meet by chance is gone
/// through here one after the other.
/// </summary>
public class MailboxExplorationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Whatever_comes_between_what_order_and_number_of_messages_are_right_and_no_wake_up_is_lost(int throughput)
    {
        const int Operations = 4;
        var ways = Choices.Explore(choices => new MailboxWorld(choices, Operations, throughput).Run());
        Assert.True(ways > 1000, $"Only {ways} ways were gone.");
    }
}
