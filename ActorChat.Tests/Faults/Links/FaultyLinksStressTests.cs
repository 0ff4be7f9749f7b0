using ActorChat.Tests.Stress;
using Xunit.Abstractions;

namespace ActorChat.Tests.Faults.Links;

/// <summary>The network fails in all its ways, for a share of the time of the stress scenarios, and at least for one stop of ten seconds.</summary>
[Trait("Category", "Stress")]
public class FaultyLinksStressTests(ITestOutputHelper output)
{
    private const double Share = 0.2;

    [Fact]
    public async Task Loss_delay_resets_and_stops_change_neither_the_order_nor_what_is_seen()
    {
        var links = new FaultyLinks(StressSettings.Seed) { Time = StressSettings.Total * Share, Stop = TimeSpan.FromSeconds(10), Loss = 0.01 };
        output.WriteLine($"Stress, faulty links: {await links.RunAsync()}");
    }
}
