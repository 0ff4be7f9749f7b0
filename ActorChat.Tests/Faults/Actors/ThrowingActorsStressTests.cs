using ActorChat.Tests.Stress;
using Xunit.Abstractions;

namespace ActorChat.Tests.Faults.Actors;

/// <summary>Actors of every kind throw at random, for a share of the time of the stress scenarios.</summary>
[Trait("Category", "Stress")]
public class ThrowingActorsStressTests(ITestOutputHelper output)
{
    private const double Share = 0.1;

    [Fact]
    public async Task Actors_of_every_kind_may_throw_under_load() =>
        output.WriteLine($"Stress, throwing actors: {await new ThrowingActors(StressSettings.Seed).RunAsync(StressSettings.Total * Share)}");
}
