using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace ActorChat.Server.Telemetry;

/// <summary>
/// The metrics as Prometheus reads them. Nothing is collected before it is first asked: until then it costs nothing, and counters begin then.
/// </summary>
internal sealed class PrometheusEndpoint : IDisposable
{
    public const string Path = "/metrics";

    private readonly ServiceProvider _services = new ServiceCollection().AddOptions().BuildServiceProvider();
    private readonly Lazy<MeterProvider> _provider;
    private readonly Lazy<RequestDelegate> _scrape;

    /// <param name="meters">The names of the meters.</param>
    public PrometheusEndpoint(IEnumerable<string> meters)
    {
        _provider = new Lazy<MeterProvider>(() => Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(MetricsExport.Describe)
            .AddMeter([.. meters])
            .AddPrometheusExporter()
            .Build());
        _scrape = new Lazy<RequestDelegate>(() => new ApplicationBuilder(_services)
            .UseOpenTelemetryPrometheusScrapingEndpoint(_provider.Value, _ => true, Path, configureBranchedPipeline: null, optionsName: null)
            .Build());
    }

    public Task ServeAsync(HttpContext context) => _scrape.Value(context);

    public void Dispose()
    {
        if (_provider.IsValueCreated)
            _provider.Value.Dispose();
        _services.Dispose();
    }
}
