using System.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Stress;

/// <summary>
/// Thousands of actors that start, fail, go on, are restarted, escalate and stop at random, told millions of messages: each pair's
/// order holds, every message is worked on or a dead letter, each once, one at a time, none after the end; watchers are told each
/// end once, timers tick no more once they are cancelled, and nothing stays behind.
/// </summary>
[Collection(StressScenarios.Name)]
[Trait("Category", "Stress")]
public class ActorStressTests(ITestOutputHelper output) : StressScenario
{
    // Of the time of all scenarios together.
    private const double Share = 0.65;

    // The first round is taken as the level, as it has made what every process makes once. After it the pools of threads and buffers
    // and the compiled code may grow a little. One round makes more than ten thousand actors of about 1 KB: if even one in ten of
    // them stayed, two rounds would show.
    private const long MostGrowth = 16L << 20;

    // What a thread of the pool has last touched may be held by its stack for as long as it idles.
    private const int MostTraces = 50;

    private readonly Complaints _complaints = new();

    [Fact]
    public async Task Whatever_happens_to_actors_every_promise_about_them_holds()
    {
        var watch = Stopwatch.StartNew();
        var (figures, traces) = await Round(0);
        var level = Heap.Collected();
        var rounds = 1;
        do
        {
            var (more, left) = await Round(rounds++);
            figures += more;

            // Without those that are gone: references to a million actors would be the largest growth of all.
            traces = [.. traces.Concat(left).Where(trace => trace.IsAlive)];
        }
        while (watch.Elapsed < StressSettings.Total * Share);

        _ = Heap.Collected();
        var kept = traces.Count(trace => trace.IsAlive);
        traces = [];
        var growth = Heap.Collected() - level;
        output.WriteLine(FormattableString.Invariant(
            $"Stress, actors: {figures}; {rounds} rounds in {watch.Elapsed.TotalSeconds:N0} s; memory {growth / 1024:N0} KiB, {kept} actors kept; seed {StressSettings.Seed}"));
        Assert.True(growth < MostGrowth, $"{growth} bytes more than after the first round (seed {StressSettings.Seed}).");
        Assert.True(kept <= MostTraces, $"{kept} ended actors are still in memory (seed {StressSettings.Seed}).");
    }

    // In a method of its own, so that nothing of the round is held by this one's frame.
    private async Task<(ActorFigures Figures, List<WeakReference> Traces)> Round(int number)
    {
        var round = new ActorRound(Sys, unchecked(StressSettings.Seed + (number * 1000)), _complaints);
        var figures = await round.Run();
        _complaints.AssertNone($"Round {number}, seed {StressSettings.Seed}");
        return (figures, round.LetGo());
    }
}
