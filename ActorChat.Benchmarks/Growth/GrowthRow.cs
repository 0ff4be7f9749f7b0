using System.Globalization;
using ActorChat.Benchmarks.Load.Figures;

namespace ActorChat.Benchmarks.Growth;

/// <summary>What one server did at one point of a series; a line of the table.</summary>
/// <param name="Series">What grows.</param>
/// <param name="At">How far it has grown.</param>
/// <param name="Server">Which server.</param>
/// <param name="CpuPerMillion">Seconds of processor time a million deliveries; none where nobody speaks.</param>
/// <param name="DeliveriesPerSecond">None where nobody speaks.</param>
/// <param name="P50">Of the delivery, in milliseconds.</param>
/// <param name="P99">Of the delivery, in milliseconds.</param>
/// <param name="Resident">Bytes in memory.</param>
/// <param name="BytesPerConnection">What each connection added to it.</param>
/// <param name="LoginsPerSecond">While they all came.</param>
internal sealed record GrowthRow(
    string Series,
    int At,
    string Server,
    double? CpuPerMillion,
    double? DeliveriesPerSecond,
    double? P50,
    double? P99,
    long Resident,
    double? BytesPerConnection,
    double LoginsPerSecond)
{
    /// <summary>The names of the columns, with their units.</summary>
    public const string Head = "series,at,server,cpu_s_per_million,deliveries_per_s,p50_ms,p99_ms,resident_bytes,bytes_per_connection,logins_per_s";

    /// <summary>The row of a report.</summary>
    public static GrowthRow Of(string series, int at, string server, LoadReport report) => new(
        series,
        at,
        server,
        report.Deliveries is null ? null : report.Process!.CpuSecondsPerMillion,
        report.Deliveries?.PerSecond,
        report.Deliveries?.Delay.P50,
        report.Deliveries?.Delay.P99,
        report.Process!.ResidentAfter,
        report.Process.BytesPerConnection,
        report.Logins!.PerSecond);

    /// <summary>As a line of comma-separated values, without a line end.</summary>
    public string Csv() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Series},{At},{Server},{CpuPerMillion},{DeliveriesPerSecond},{P50},{P99},{Resident},{BytesPerConnection},{LoginsPerSecond}");
}
