using System.Xml.Linq;
using ActorChat.Benchmarks.Growth;

namespace ActorChat.Tests.Benchmarks;

public class GrowthTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_plot_has_a_line_for_each_server_and_a_dot_for_each_point()
    {
        GrowthRow[] rows = [Row("ours", 10, 0.5), Row("ours", 100, 0.25), Row("reference", 10, 0.2), Row("reference", 100, 0.1)];
        var plot = Assert.Single(GrowthPlots.All(rows));
        Assert.Equal("members", plot.Name);

        var svg = XDocument.Parse(plot.Svg);
        Assert.Equal("0 0 1260 360", svg.Root!.Attribute("viewBox")!.Value);
        var (inKeys, inCurves) = (3 * 2, 3 * 4);
        Assert.Equal(inKeys + inCurves, svg.Descendants(Svg + "ellipse").Count());
        Assert.Equal(3 * (2 + 1), svg.Descendants(Svg + "g").Count());
    }

    [Fact]
    public void A_row_has_a_value_or_an_empty_place_for_each_column()
    {
        Assert.Equal("members,10,ours,0.5,1000,1.5,2.5,4096,100,50", Row("ours", 10, 0.5).Csv());
        var silent = new GrowthRow("connections", 10, "ours", null, null, null, null, 4096, null, 50);
        Assert.Equal("connections,10,ours,,,,,4096,,50", silent.Csv());
        Assert.Equal(GrowthRow.Head.Split(',').Length, silent.Csv().Split(',').Length);
    }

    [Fact]
    public void Its_options_are_understood_and_mistakes_are_not()
    {
        var folder = Path.GetTempPath();
        Assert.Equal(
            new GrowthOptions("plots", folder, 2.5, 300, Reference: null), GrowthOptions.Parse(["--folder", "plots", "--database", folder, "--seconds", "2.5", "--most", "300"]));
        Assert.Null(GrowthOptions.Parse(["--seconds"]));
        Assert.Null(GrowthOptions.Parse(["--seconds", "0"]));
        Assert.Null(GrowthOptions.Parse(["--reference", Path.Combine(folder, Guid.NewGuid().ToString())]));
        Assert.Null(GrowthOptions.Parse(["--fast", "1"]));
    }

    private static GrowthRow Row(string server, int at, double cpu) => new("members", at, server, cpu, 1_000, 1.5, 2.5, 4_096, 100, 50);
}
