namespace ActorChat.Benchmarks.Growth.Plots;

/// <summary>Which figures are drawn.</summary>
internal static class GrowthPlots
{
    private static readonly (string Label, Func<GrowthRow, double?> Figure)[] Talking =
    [
        ("CPU seconds a million deliveries", row => row.CpuPerMillion),
        ("p99 of the delivery, ms", row => row.P99),
        ("deliveries/s", row => row.DeliveriesPerSecond),
    ];

    private static readonly (string Label, Func<GrowthRow, double?> Figure)[] Silent =
    [
        ("bytes in memory, whole server", row => row.Resident),
        ("bytes in memory, each connection", row => row.BytesPerConnection),
        ("logins/s", row => row.LoginsPerSecond),
    ];

    /// <summary>One plot for each series that has rows.</summary>
    public static IEnumerable<Plot> All(IReadOnlyList<GrowthRow> rows) =>
        from series in Series.All
        let own = rows.Where(row => row.Series == series.Name).ToList()
        let panels = Panels(own, own.Exists(row => row.P99 is not null) ? Talking : Silent)
        where panels.Count > 0
        select new Plot(series.Name, SvgPlot.Draw($"Growing: {series.Name} ({series.Title})", series.Name, panels));

    private static List<Panel> Panels(IReadOnlyList<GrowthRow> rows, (string Label, Func<GrowthRow, double?> Figure)[] figures) =>
        [.. figures.Select(figure => new Panel(figure.Label, Curves(rows, figure.Figure))).Where(panel => panel.Curves.Count > 0)];

    // What is 0 or less (a collection of garbage can make memory shrink) has no place on a logarithmic axis.
    private static List<Curve> Curves(IReadOnlyList<GrowthRow> rows, Func<GrowthRow, double?> figure) =>
        [.. rows
            .Where(row => figure(row) > 0)
            .GroupBy(row => row.Server)
            .Select(server => new Curve(server.Key, [.. server.OrderBy(row => row.At).Select(row => ((double)row.At, figure(row)!.Value))]))];
}
