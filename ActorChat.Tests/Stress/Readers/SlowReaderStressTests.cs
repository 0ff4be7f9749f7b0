using System.Diagnostics;
using ActorChat.Tests.Stress.Soak;
using HdrHistogram;
using Xunit.Abstractions;

namespace ActorChat.Tests.Stress.Readers;

/// <summary>
/// A thousand members of the real server, of whom fifty join and then never read: nobody else misses anything, the memory for them has
/// an end, and so have they. What they cost the others in time is measured and printed; a machine with other things to do must not fail.
/// </summary>
[Collection(StressScenarios.Name)]
[Trait("Category", "Stress")]
public sealed class SlowReaderStressTests(ITestOutputHelper output) : IDisposable
{
    private const int Readers = 950, Stalled = 50, Rate = 80;
    private const int MostQueued = 1 << 20, OneWrite = 64 << 10;

    // What the memory may grow by besides: garbage that is not collected yet, the connections themselves.
    private const long Unevenness = 64 << 20;

    // Of the time of all scenarios together, for each of the two measurements.
    private const double Share = 0.12;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Who_never_reads_costs_the_others_nothing_and_is_gone_in_the_end()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--set", "akka.loglevel=WARNING", "--set", "actorchat.limits.stall-timeout=10s");
        using var room = await BusyRoom.JoinAsync(server, Readers);
        await room.SpeakAsync(Rate, time => time >= TimeSpan.FromSeconds(3));
        var without = await room.SpeakAsync(Rate, time => time >= StressSettings.Total * Share);

        var before = ProcessGauge.ResidentBytes(server.Id);
        var stalled = await StalledAsync(server);
        var most = before;
        var goneAfter = TimeSpan.Zero;
        var with = await room.SpeakAsync(Rate, time =>
        {
            most = Math.Max(most, ProcessGauge.ResidentBytes(server.Id));
            if (room.Gone < Stalled)
                goneAfter = time;
            return time >= StressSettings.HangLimit || (room.Gone == Stalled && time >= StressSettings.Total * Share);
        });
        var missing = await room.SettleAsync();
        foreach (var member in stalled)
            member.Dispose();

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Slow readers: {Readers + Stalled} members, {Rate} messages/s of 1,000 bytes, {room.Sent} messages, {missing} of their deliveries missing; p99 {Milliseconds(without, 99):N1} ms without, {Milliseconds(with, 99):N1} ms with {Stalled} who never read ({Milliseconds(with, 99) / Milliseconds(without, 99):N2} times; median {Milliseconds(without, 50):N1} and {Milliseconds(with, 50):N1} ms), all of whom were gone after {goneAfter.TotalSeconds:N0} s; memory {before >> 20} MiB before, {most >> 20} at most, {ProcessGauge.ResidentBytes(server.Id) >> 20} after"));
        var (exitCode, _, errors) = await server.StopAsync();
        Assert.Equal(0, missing);
        Assert.Equal(Stalled, room.Gone);
        Assert.True(most - before < (Stalled * (long)(MostQueued + OneWrite)) + Unevenness, $"The memory grew from {before} to {most}.");
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("ERROR", errors, StringComparison.Ordinal);
        Assert.Equal([$"{room.Sent}"], Rows.Of(_folder.Database, "SELECT COUNT(*) FROM mensajes"));
    }

    public void Dispose() => _folder.Dispose();

    private static double Milliseconds(HistogramBase latencies, double percent) => latencies.GetValueAtPercentile(percent) * 1000.0 / Stopwatch.Frequency;

    private static async Task<List<RoomMember>> StalledAsync(ServerProcess server)
    {
        var stalled = new List<RoomMember>();
        while (stalled.Count < Stalled)
        {
            stalled.Add(new RoomMember($"s{stalled.Count}"));
            await stalled[^1].JoinAsync(server.Chat, reads: false);
        }

        return stalled;
    }
}
