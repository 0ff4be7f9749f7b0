using System.Diagnostics;
using Xunit.Abstractions;

namespace ActorChat.Tests.Stress.Soak;

/// <summary>
/// SIGTERM for the real server while a hundred clients on both ports write as fast as they are let: with its own times for the stop,
/// which it must keep.
/// </summary>
[Trait("Category", "Stress")]
public sealed class StopStressTests(ITestOutputHelper output)
{
    // On each port.
    private const int Clients = 50;

    private const int LeastHeard = 1000, MostHeard = 100_000;

    // Of the time of all scenarios together.
    private const double Share = 0.1;

    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task However_much_is_under_way_the_stop_keeps_everything_and_its_time()
    {
        var random = new Random(StressSettings.Seed);
        var watch = Stopwatch.StartNew();
        var (stops, said, confirmed, longest) = (0, 0, 0, TimeSpan.Zero);
        do
        {
            var stop = await StopOnceAsync($"x{stops++}", random.Next(LeastHeard, MostHeard));
            said += stop.Said;
            confirmed += stop.Confirmed;
            longest = stop.Time > longest ? stop.Time : longest;
        }
        while (watch.Elapsed < StressSettings.Total * Share);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Stops under load: {stops} with {2 * Clients} clients, {said:N0} messages and {confirmed:N0} confirmations, 0 lost; {longest.TotalSeconds:N2} s from SIGTERM to exit code 0 at most; seed {StressSettings.Seed}"));
        Assert.True(longest < Promised, $"A stop took {longest}.");
    }

    private static async Task<(int Said, int Confirmed, TimeSpan Time)> StopOnceAsync(string name, int heard)
    {
        using var folder = new TemporaryFolder();
        using var server = await ServerProcess.StartAsync(folder.Path, "--set", "akka.loglevel=WARNING");
        var traffic = new Traffic(name, Clients);
        var rest = await traffic.StartAsync(server, heard);
        var watch = Stopwatch.StartNew();
        var (exitCode, _, errors) = await server.StopAsync();
        var time = watch.Elapsed;
        await rest;
        Assert.Equal((0, ""), (exitCode, errors));
        var (said, confirmed) = StopAccounts.Verify(folder.Database, traffic);
        return (said, confirmed, time);
    }
}
