using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace ActorChat.Server.Telemetry;

/// <summary>
/// Sends metrics to an OpenTelemetry collector, by OTLP over HTTP, from its own thread. A missing collector costs one line in
/// the log and nothing else.
/// </summary>
internal sealed class MetricsExport : IDisposable
{
    private const string Service = "actorchat-server";
    private const string SignalPath = "/v1/metrics";

    private readonly MeterProvider _provider;
    private readonly TimeSpan _lastExportTimeout;
    private int _isDisposed;

    private MetricsExport(MeterProvider provider, TimeSpan lastExportTimeout) =>
        (_provider, _lastExportTimeout) = (provider, lastExportTimeout);

    /// <param name="endpoint">The collector's base address; <c>/v1/metrics</c> is appended if missing.</param>
    /// <param name="interval">The time between two exports.</param>
    /// <param name="meters">The names of the meters.</param>
    /// <param name="onFirstFailure">Called once, with the endpoint, on the thread of the export.</param>
    /// <param name="timeouts">Null for the default.</param>
    public static MetricsExport Start(
        Uri endpoint, TimeSpan interval, IEnumerable<string> meters, Action<Uri> onFirstFailure, ExportTimeouts? timeouts = null)
    {
        timeouts ??= ExportTimeouts.Default;
        var requestTimeout = (int)timeouts.Request.TotalMilliseconds;
        var target = TargetOf(endpoint);
        var options = new OtlpExporterOptions
        {
            Endpoint = target,
            Protocol = OtlpExportProtocol.HttpProtobuf,
            TimeoutMilliseconds = requestTimeout,
        };
        var exporter = new FailureReportingExporter(options, () => onFirstFailure(target));
        return new MetricsExport(Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(Describe)
            .AddMeter([.. meters])
            .AddReader(new PeriodicExportingMetricReader(exporter, (int)interval.TotalMilliseconds, requestTimeout))
            .Build(), timeouts.Last);
    }

    /// <summary>Exports once more and ends. Blocks until the timeout at most.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        _provider.Shutdown((int)_lastExportTimeout.TotalMilliseconds);
        _provider.Dispose();
    }

    /// <summary>Says whose metrics they are.</summary>
    internal static void Describe(ResourceBuilder resource) => resource.AddService(Service, serviceVersion: Version());

    internal static Uri TargetOf(Uri endpoint)
    {
        var target = new UriBuilder(endpoint);
        var path = target.Path.TrimEnd('/');
        target.Path = path.EndsWith(SignalPath, StringComparison.Ordinal) ? path : path + SignalPath;
        return target.Uri;
    }

    private static string? Version() => typeof(MetricsExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    // Reports the first failure: OpenTelemetry itself logs none.
    private sealed class FailureReportingExporter(OtlpExporterOptions options, Action onFirstFailure) : OtlpMetricExporter(options)
    {
        private bool _hasFailed;

        public override ExportResult Export(in Batch<Metric> metrics)
        {
            var result = base.Export(metrics);
            if (result == ExportResult.Success || _hasFailed)
                return result;
            _hasFailed = true;
            onFirstFailure();
            return result;
        }
    }
}

/// <param name="Request">For each export.</param>
/// <param name="Last">For the final export, which delays the stop of the server.</param>
internal sealed record ExportTimeouts(TimeSpan Request, TimeSpan Last)
{
    // Short, as a collector is usually near, and must not delay the stop.
    public static ExportTimeouts Default { get; } = new(Request: TimeSpan.FromSeconds(3), Last: TimeSpan.FromSeconds(1));
}
