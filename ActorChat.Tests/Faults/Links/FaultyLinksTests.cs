using ActorChat.Tests.Stress;
using Xunit.Abstractions;

namespace ActorChat.Tests.Faults.Links;

/// <summary>The network fails in all its ways.</summary>
public class FaultyLinksTests(ITestOutputHelper output)
{
    // Of the time of all stress scenarios.
    private const double Share = 0.2;

    [Fact]
    public async Task Loss_delay_resets_and_stops_change_neither_the_order_nor_what_is_seen() => output.WriteLine(
        await new FaultyLinks(seed: 20250907) { Time = TimeSpan.FromSeconds(2), Stop = TimeSpan.FromMilliseconds(700), Loss = 0.05 }.RunAsync());

    // At least for one stop of ten seconds.
    [Fact]
    [Trait("Category", "Stress")]
    public async Task Loss_delay_resets_and_stops_for_long_change_neither_the_order_nor_what_is_seen()
    {
        var links = new FaultyLinks(StressSettings.Seed) { Time = StressSettings.Total * Share, Stop = TimeSpan.FromSeconds(10), Loss = 0.01 };
        output.WriteLine($"Stress, faulty links: {await links.RunAsync()}");
    }
}
