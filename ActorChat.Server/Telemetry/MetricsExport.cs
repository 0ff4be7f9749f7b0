using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace ActorChat.Server.Telemetry;

/// <summary>
/// Sends metrics to an OpenTelemetry collector, by OTLP over HTTP, from a thread of its own. A collector that is not there costs
/// nobody anything but one line in the log.
/// </summary>
internal sealed class MetricsExport : IDisposable
{
    private const string Service = "actorchat-server";
    private const string SignalPath = "/v1/metrics";

    private readonly MeterProvider _provider;
    private readonly TimeSpan _lastExportLimit;
    private int _ended;

    private MetricsExport(MeterProvider provider, TimeSpan lastExportLimit)
    {
        _provider = provider;
        _lastExportLimit = lastExportLimit;
    }

    /// <summary>Begins to export.</summary>
    /// <param name="endpoint">The collector's base address; <c>/v1/metrics</c> is added unless it ends so.</param>
    /// <param name="interval">The time from one export to the next.</param>
    /// <param name="meters">The meters by name.</param>
    /// <param name="onFirstFailure">Called once, with the endpoint, when an export has failed; on the export's thread.</param>
    /// <param name="limits">What an export may take; null for the usual.</param>
    public static MetricsExport Start(
        Uri endpoint, TimeSpan interval, IEnumerable<string> meters, Action<Uri> onFirstFailure, ExportLimits? limits = null)
    {
        limits ??= ExportLimits.Usual;
        var requestLimit = (int)limits.Request.TotalMilliseconds;
        var target = TargetOf(endpoint);
        var options = new OtlpExporterOptions
        {
            Endpoint = target,
            Protocol = OtlpExportProtocol.HttpProtobuf,
            TimeoutMilliseconds = requestLimit,
        };
        var exporter = new WatchedExporter(options, () => onFirstFailure(target));
        return new MetricsExport(Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService(Service, serviceVersion: Version()))
            .AddMeter([.. meters])
            .AddReader(new PeriodicExportingMetricReader(exporter, (int)interval.TotalMilliseconds, requestLimit))
            .Build(), limits.Last);
    }

    /// <summary>Exports once more and ends; blocks until the limit at most. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1)
            return;
        _provider.Shutdown((int)_lastExportLimit.TotalMilliseconds);
        _provider.Dispose();
    }

    /// <summary>Where metrics go to, given the base address.</summary>
    internal static Uri TargetOf(Uri endpoint)
    {
        var target = new UriBuilder(endpoint);
        var path = target.Path.TrimEnd('/');
        target.Path = path.EndsWith(SignalPath, StringComparison.Ordinal) ? path : path + SignalPath;
        return target.Uri;
    }

    private static string? Version() => typeof(MetricsExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
