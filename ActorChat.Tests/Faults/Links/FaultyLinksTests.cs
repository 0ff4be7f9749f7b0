using Xunit.Abstractions;

namespace ActorChat.Tests.Faults.Links;

/// <summary>The network fails in all its ways, for a moment; for longer in <see cref="FaultyLinksStressTests"/>.</summary>
public class FaultyLinksTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Loss_delay_resets_and_stops_change_neither_the_order_nor_what_is_seen() => output.WriteLine(
        await new FaultyLinks(seed: 20250907) { Time = TimeSpan.FromSeconds(2), Stop = TimeSpan.FromMilliseconds(700), Loss = 0.05 }.RunAsync());
}
