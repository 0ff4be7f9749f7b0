using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace ActorChat.Server.Telemetry;

/// <summary>Exports by OTLP and says once that it does not work: OpenTelemetry itself keeps it to itself.</summary>
internal sealed class WatchedExporter(OtlpExporterOptions options, Action onFirstFailure) : OtlpMetricExporter(options)
{
    private bool _hasFailed;

    /// <inheritdoc/>
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
