using ActorChat.Tests.Stress;
using Xunit.Abstractions;

namespace ActorChat.Tests.Fuzz;

/// <summary>
/// A storm for most of the time of the stress scenarios (<see cref="StressSettings"/>); warming up takes the rest. The environment's
/// <c>ACTORCHAT_FUZZ_CONNECTIONS</c> gives a number of connections instead, and <c>ACTORCHAT_FUZZ_ONLY</c> the numbers of single
/// ones, to try the suspects of a run with the same <c>ACTORCHAT_STRESS_SEED</c> again.
/// </summary>
[Trait("Category", "Stress")]
public class FuzzStressTests(ITestOutputHelper output)
{
    // The collector lets the heap grow for a while before it finds its level.
    private const int WarmUp = 10_000;

    private const double Share = 0.6;

    // If every connection of a hundred thousand left less than a kilobyte behind, it would show.
    private const long MostGrowth = 64L << 20;

    [Fact]
    public async Task A_storm_of_hostile_connections_neither_disturbs_two_users_nor_leaves_anything_behind()
    {
        var run = new FuzzRun(StressSettings.Seed) { MostGrowth = MostGrowth };
        var figures = Environment.GetEnvironmentVariable("ACTORCHAT_FUZZ_ONLY") is { Length: > 0 } only
            ? await run.RunAsync(warmUp: 0, storm => storm.RunAsync(only.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))))
            : await run.RunAsync(WarmUp, StormAsync);
        output.WriteLine($"Stress, fuzz: {figures}");
    }

    private static Task StormAsync(Storm storm) =>
        int.TryParse(Environment.GetEnvironmentVariable("ACTORCHAT_FUZZ_CONNECTIONS"), CultureInfo.InvariantCulture, out var connections)
            ? storm.RunAsync(connections)
            : storm.RunAsync(StressSettings.Total * Share);
}
