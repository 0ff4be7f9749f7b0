using System.Diagnostics.Metrics;
using ActorChat.Server.Telemetry;

namespace ActorChat.Tests.EndToEnd.Outputs;

/// <summary>Metrics on their way out of a real process.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly Socket _nowhere = new(SocketType.Stream, ProtocolType.Tcp);

    public void Dispose()
    {
        _nowhere.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_collector_gets_the_metrics()
    {
        using var collector = new Collector(
            "ActorChat.Server", "actorchat.server.member.count", "actorchat.server.commit.duration", "actorchat-server",
            "ActorChat.Runtime", "actorchat.actor.count", "actorchat.actor.processing.duration", "actorchat.tcp.connection.count");
        using var server = await ServerProcess.StartAsync(_folder.Path, Settings(collector.Address));
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await ana.SendLineAsync("hola");
        Assert.Equal("POST /v1/metrics HTTP/1.1", await collector.Received.WaitAsync(TestTimeout.Limit));
        Assert.Equal(0, (await server.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task What_happened_since_the_last_export_is_exported_at_the_end()
    {
        using var meter = new Meter($"spec-{Guid.NewGuid():N}");
        using var collector = new Collector(meter.Name, "spec.number");
        using (MetricsExport.Start(collector.Address, TimeSpan.FromHours(1), [meter.Name], _ => { }, new ExportTimeouts(TestTimeout.Limit, TestTimeout.Limit)))
            meter.CreateCounter<long>("spec.number").Add(1);
        Assert.Equal("POST /v1/metrics HTTP/1.1", await collector.Received.WaitAsync(TestTimeout.Limit));
    }

    [Fact]
    public async Task Without_a_collector_the_server_says_so_once_and_goes_on()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, Settings(Nowhere()));
        await server.Errors.WaitForAsync("No se pueden enviar las métricas a http://127.0.0.1:");
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await ana.AskAsync("/username", "Tu nickname es ana");

        // The stop exports once more, in vain.
        var (exitCode, _, errors) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.Equal(2, errors.Split("No se pueden enviar").Length);
    }

    [Theory]
    [InlineData("http://localhost:4318", "http://localhost:4318/v1/metrics")]
    [InlineData("http://localhost:4318/", "http://localhost:4318/v1/metrics")]
    [InlineData("https://example.org/otlp", "https://example.org/otlp/v1/metrics")]
    [InlineData("https://example.org/otlp/v1/metrics", "https://example.org/otlp/v1/metrics")]
    public void The_path_for_metrics_is_added_once(string endpoint, string expected) =>
        Assert.Equal(expected, MetricsExport.TargetOf(new Uri(endpoint)).ToString());

    private static string[] Settings(Uri collector) =>
        ["--set", $"actorchat.telemetry.otlp-endpoint=\"{collector}\"", "--set", "actorchat.telemetry.interval=1s"];

    // A port on which nobody listens and nobody else can: it is bound for as long as the test runs.
    private Uri Nowhere()
    {
        _nowhere.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri($"http://127.0.0.1:{((IPEndPoint)_nowhere.LocalEndPoint!).Port}");
    }
}
