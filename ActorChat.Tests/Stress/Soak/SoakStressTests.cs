using System.Diagnostics;
using Xunit.Abstractions;

namespace ActorChat.Tests.Stress.Soak;

/// <summary>
/// The real server for a long time at half of its load: members that speak, guests that come and go in every way, greet in private and
/// ask who is there, messages to confirm. Nothing grows, nothing is complained of, nothing is lost, doubled or out of order.
/// </summary>
[Trait("Category", "Stress")]
public sealed class SoakStressTests(ITestOutputHelper output) : IDisposable
{
    private const int Members = 40, Guests = 5, Confirmers = 2, Looks = 100;

    // The start of a process is not the level: until then code is compiled and pools are filled.
    private const double WarmUp = 0.25;

    // What the memory may seem to grow by, because of when garbage was collected: of its level, and bytes.
    private const double MostGrowth = 0.15, Unevenness = 16 << 20;

    private const int MostDescriptors = 3;

    private static readonly TimeSpan Short = TimeSpan.FromMinutes(5), LingerLimit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    // As long as all other scenarios together, and a quarter of that where the whole run is a short one.
    private static TimeSpan Duration => StressSettings.Total >= Short ? StressSettings.Total : StressSettings.Total / 4;

    [Fact]
    public async Task At_half_of_its_load_nothing_grows_and_nothing_is_lost_however_long()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--set", "akka.loglevel=WARNING");
        var crowd = await SoakCrowd.JoinAsync(server, Members);
        var capacity = await crowd.MeasureAsync(Duration / 10);
        var descriptors = DescriptorLimit.Used(server.Id);

        var gauge = new ProcessGauge(server.Id);
        var watch = Stopwatch.StartNew();
        var (before, visits) = (crowd.Sent, await UnderLoadAsync(server, crowd, capacity / 2, gauge));
        var rate = (crowd.Sent - before) / watch.Elapsed.TotalSeconds;
        await crowd.SettleAsync();
        var after = await DescriptorsAsync(server.Id, descriptors + MostDescriptors);
        var (exitCode, _, errors) = await server.StopAsync();
        var (said, confirmed) = await crowd.AuditAsync(_folder.Database);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Soak: {watch.Elapsed.TotalSeconds:N0} s at {rate:N0} messages/s to {Members} members (half of {capacity:N0}); {said:N0} messages and {confirmed:N0} confirmations stored, 0 lost; {visits.Visits:N0} visits; memory {gauge.First / (1 << 20):N0} MiB after the warm-up, {gauge.Last / (1 << 20):N0} at the end, {gauge.Most / (1 << 20):N0} at most, growth {gauge.Growth / (1 << 20):N1}; descriptors {descriptors} before, {after} after"));
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(visits.Confirmed, confirmed);
        Assert.Equal(visits.Visits, crowd.Whispers);
        Assert.True(after <= descriptors + MostDescriptors, $"{after} descriptors are open, {descriptors} were before.");
        Assert.True(gauge.Growth < (gauge.First * MostGrowth) + Unevenness, $"The memory grew by {gauge.Growth} bytes, from {gauge.First}.");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(int Visits, int Confirmed)> UnderLoadAsync(ServerProcess server, SoakCrowd crowd, double rate, ProcessGauge gauge)
    {
        using var closing = new CancellationTokenSource();
        using var silence = new CancellationTokenSource();
        var guests = Enumerable.Range(0, Guests)
            .Select(i => new SoakGuest($"g{i}", server.Chat, crowd.First.Name, new Random(StressSettings.Seed + i))).ToList();
        var confirmers = Enumerable.Range(0, Confirmers).Select(_ => new SoakConfirmer(server.Confirmation)).ToList();
        var speaking = crowd.SpeakAsync(rate, silence.Token);
        List<Task> visiting = [.. guests.Select(guest => guest.RunAsync(closing.Token)), .. confirmers.Select(one => one.RunAsync(closing.Token))];
        var watching = WatchAsync(gauge);

        // Whatever fails ends the soak at once. The members speak until the last guest, who listens for a while, has gone.
        await await Task.WhenAny([watching, speaking, .. visiting]);
        await closing.CancelAsync();
        await Task.WhenAll([watching, .. visiting]);
        await silence.CancelAsync();
        await speaking;
        return (guests.Sum(guest => guest.Visits), confirmers.Sum(one => one.Confirmed));
    }

    private static async Task WatchAsync(ProcessGauge gauge)
    {
        var watch = Stopwatch.StartNew();
        await Task.Delay(Duration * WarmUp);
        using var beat = new PeriodicTimer(Duration * (1 - WarmUp) / Looks);
        for (var i = 0; i <= Looks; i++)
        {
            gauge.Look(watch.Elapsed);
            await beat.WaitForNextTickAsync();
        }
    }

    // Sockets that were closed may linger for a few seconds.
    private static async Task<int> DescriptorsAsync(int process, int level)
    {
        var waited = Stopwatch.StartNew();
        while (DescriptorLimit.Used(process) > level && waited.Elapsed < LingerLimit)
            await Task.Delay(100);
        return DescriptorLimit.Used(process);
    }
}
