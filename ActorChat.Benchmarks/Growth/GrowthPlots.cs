using System.Globalization;
using System.Text;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace ActorChat.Benchmarks.Growth;

/// <summary>Draws the figures as SVG: one picture for each series, its panels side by side, all axes logarithmic.</summary>
internal static class GrowthPlots
{
    private const int PanelWidth = 420, Height = 360;
    private const string Font = "DejaVu Sans";

    private static readonly int[] Steps = [1, 2, 5];

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

    /// <summary>Whether there is a font to write labels with; SkiaSharp brings none, and writes nothing without one.</summary>
    public static bool CanWrite => SKFontManager.Default.FontFamilyCount > 0;

    /// <summary>The name and the SVG of each series that has rows.</summary>
    public static IEnumerable<(string Name, string Svg)> All(IReadOnlyList<GrowthRow> rows) =>
        from series in Series.All
        let own = rows.Where(row => row.Series == series.Name).ToList()
        where own.Count > 0
        let figures = own.Exists(row => row.P99 is not null) ? Talking : Silent
        select (series.Name, Draw([.. figures.Select(figure => Panel(series, own, figure.Label, figure.Figure))]));

    private static Plot Panel(Series series, IEnumerable<GrowthRow> rows, string label, Func<GrowthRow, double?> figure)
    {
        var panel = new Plot();
        foreach (var server in rows.Where(row => figure(row) > 0).OrderBy(row => row.At).GroupBy(row => row.Server))
        {
            var curve = panel.Add.Scatter(server.Select(row => new Coordinates(Math.Log10(row.At), Math.Log10(figure(row)!.Value))).ToArray());
            (curve.LegendText, curve.LineWidth, curve.MarkerSize) = (server.Key, 2, 5);
        }

        panel.Title(label, size: 13);
        panel.XLabel($"{series.Name} ({series.Title})", size: 11);
        panel.Axes.Bottom.Label.Bold = false;
        (panel.Axes.Bottom.TickGenerator, panel.Axes.Left.TickGenerator) = (Ticks(), Ticks());
        (panel.Legend.OutlineWidth, panel.Legend.ShadowColor) = (0, Colors.Transparent);
        panel.ShowLegend(Edge.Top);
        panel.Font.Set(Font);
        return panel;
    }

    // At 1, 2, 5, 10, 20… for any figure that there may be; those beyond the axis are not drawn.
    private static NumericManual Ticks()
    {
        var ticks = new NumericManual();
        for (var power = -6; power <= 12; power++)
        {
            foreach (var value in Steps.Select(step => step * Math.Pow(10, power)))
                ticks.AddMajor(Math.Log10(value), Short(value));
        }

        return ticks;
    }

    private static string Short(double value) => value switch
    {
        >= 1e9 => Short(value / 1e9) + "G",
        >= 1e6 => Short(value / 1e6) + "M",
        >= 1e3 => Short(value / 1e3) + "k",
        _ => value.ToString("G3", CultureInfo.InvariantCulture),
    };

    private static string Draw(Plot[] panels)
    {
        using var svg = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(PanelWidth * panels.Length, Height), svg))
        {
            canvas.Clear(SKColors.White);
            for (var i = 0; i < panels.Length; i++)
            {
                // The first drawing settles the axes and draws twice; clearing would blacken the panels before this one.
                panels[i].RenderInMemory(PanelWidth, Height);
                panels[i].RenderManager.ClearCanvasBeforeEachRender = false;
                panels[i].Render(canvas, new PixelRect(PanelWidth * i, PanelWidth * (i + 1), Height, 0));
            }
        }

        // Browsers scale what has a viewBox, may not have the font, and need not accept Skia's lists that end with a comma.
        return Encoding.UTF8.GetString(svg.ToArray())
            .Replace("<svg ", $"<svg viewBox=\"0 0 {PanelWidth * panels.Length} {Height}\" ", StringComparison.Ordinal)
            .Replace(", \"", "\"", StringComparison.Ordinal)
            .Replace($"\"{Font}\"", $"\"{Font}, sans-serif\"", StringComparison.Ordinal) + "\n";
    }
}
