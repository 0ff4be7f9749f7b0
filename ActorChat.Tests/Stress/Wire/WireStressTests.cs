using System.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Stress.Wire;

/// <summary>
/// Hundreds of connections at a time over the loopback, both ends ours, with writes of all sizes, reading that stops and goes on,
/// half-closes, closes and aborts: bytes arrive unchanged and in order, and all of them where the connection ends in good order;
/// each write is acknowledged once or never; each end is told one end, and nothing behind it; no socket stays behind.
/// </summary>
[Collection(StressScenarios.Name)]
[Trait("Category", "Stress")]
[Trait("Upstream", "differs: reads are lost when reading is suspended in push mode, and writes when Close comes before their acknowledgement")]
public class WireStressTests(ITestOutputHelper output) : StressScenario
{
    // Of the time of all scenarios together.
    private const double Share = 0.35;

    // Sockets that were closed may linger for a few seconds.
    private static readonly TimeSpan LingerLimit = TimeSpan.FromMinutes(1);

    private readonly Complaints _complaints = new();

    [Fact]
    public async Task Whatever_happens_to_connections_every_promise_about_them_holds()
    {
        var watch = Stopwatch.StartNew();
        var sockets = SocketCount.Now();
        var figures = TcpFigures.None;
        var rounds = 0;
        do
        {
            var seed = unchecked(StressSettings.Seed + (rounds * 1000));
            figures += await new WireRound(Sys, seed, _complaints).Run();
            _complaints.AssertNone($"Round {rounds}, seed {StressSettings.Seed}");
            rounds++;
        }
        while (watch.Elapsed < StressSettings.Total * Share);

        await SocketsAreBackAt(sockets);
        output.WriteLine(FormattableString.Invariant(
            $"Stress, TCP: {figures}; {rounds} rounds in {watch.Elapsed.TotalSeconds:N0} s; sockets {sockets} before, {SocketCount.Now()} after; seed {StressSettings.Seed}"));
    }

    private static async Task SocketsAreBackAt(int level)
    {
        var waited = Stopwatch.StartNew();
        while (SocketCount.Now() > level && waited.Elapsed < LingerLimit)
            await Task.Delay(100);
        var now = SocketCount.Now();
        Assert.True(now <= level, $"{now} sockets are open, {level} were before (seed {StressSettings.Seed}).");
    }
}
