using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace ActorChat.Benchmarks.Growth.Plots;

/// <summary>Draws panels with logarithmic axes, as SVG that browsers and GitHub show.</summary>
internal static class SvgPlot
{
    private const int PanelWidth = 420;
    private const int Height = 320;
    private const int Left = 62;
    private const int Right = 18;
    private const int Top = 58;
    private const int Bottom = 48;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Colours = ["#0b61a4", "#c2571a", "#3a7d44", "#7a3e9d"];

    /// <summary>The whole file.</summary>
    /// <param name="title">Above all panels.</param>
    /// <param name="label">What grows to the right.</param>
    /// <param name="panels">From left to right.</param>
    public static string Draw(string title, string label, IReadOnlyList<Panel> panels)
    {
        var width = PanelWidth * panels.Count;
        var root = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {width} {Height}"),
            new XAttribute("width", width),
            new XAttribute("height", Height),
            new XAttribute("font-family", "sans-serif"),
            new XAttribute("font-size", 11),
            new XElement(Svg + "title", title),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "white")),
            Text(width / 2.0, 18, title, "middle", ("font-weight", "bold")));
        for (var i = 0; i < panels.Count; i++)
            root.Add(new XElement(Svg + "g", new XAttribute("transform", $"translate({i * PanelWidth},0)"), Draw(label, panels[i])));
        return new StringBuilder().Append(root).Append('\n').ToString();
    }

    private static IEnumerable<XElement> Draw(string label, Panel panel)
    {
        var x = new LogAxis(panel.Curves.SelectMany(curve => curve.Points).Select(point => point.X));
        var y = new LogAxis(panel.Curves.SelectMany(curve => curve.Points).Select(point => point.Y));
        return
        [
            .. x.Marks.SelectMany(mark => Vertical(XOf(x, mark), mark)),
            .. y.Marks.SelectMany(mark => Horizontal(YOf(y, mark), mark)),
            Text(Left + ((PanelWidth - Left - Right) / 2.0), Height - 12, label, "middle"),
            Text(Left, Top - 12, panel.Label, "start"),
            .. panel.Curves.SelectMany((curve, i) => Line(curve, Colours[i % Colours.Length], point => (XOf(x, point.X), YOf(y, point.Y)))),
            .. panel.Curves.Count > 1 ? panel.Curves.Select((curve, i) => Key(curve.Name, i)) : [],
        ];
    }

    private static double XOf(LogAxis axis, double value) => Left + (axis.At(value) * (PanelWidth - Left - Right));

    private static double YOf(LogAxis axis, double value) => Height - Bottom - (axis.At(value) * (Height - Top - Bottom));

    private static IEnumerable<XElement> Vertical(double x, double mark) =>
        [Stroke(x, Top, x, Height - Bottom), Text(x, Height - Bottom + 16, Short(mark), "middle")];

    private static IEnumerable<XElement> Horizontal(double y, double mark) =>
        [Stroke(Left, y, PanelWidth - Right, y), Text(Left - 6, y + 4, Short(mark), "end")];

    private static IEnumerable<XElement> Line(Curve curve, string colour, Func<(double X, double Y), (double X, double Y)> place)
    {
        var points = curve.Points.Select(place).ToList();
        yield return new XElement(
            Svg + "polyline",
            new XAttribute("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))),
            new XAttribute("fill", "none"),
            new XAttribute("stroke", colour),
            new XAttribute("stroke-width", 2));
        foreach (var (at, value) in points.Zip(curve.Points))
        {
            yield return new XElement(
                Svg + "circle",
                new XAttribute("cx", Number(at.X)),
                new XAttribute("cy", Number(at.Y)),
                new XAttribute("r", 3),
                new XAttribute("fill", colour),
                new XElement(Svg + "title", string.Create(CultureInfo.InvariantCulture, $"{curve.Name}: {value.X:G6}, {value.Y:G4}")));
        }
    }

    private static XElement Key(string name, int place) =>
        Text(PanelWidth - Right, Top - 12 - (14 * place), name, "end", ("fill", Colours[place % Colours.Length]), ("font-weight", "bold"));

    private static XElement Stroke(double x1, double y1, double x2, double y2) => new(
        Svg + "line",
        new XAttribute("x1", Number(x1)),
        new XAttribute("y1", Number(y1)),
        new XAttribute("x2", Number(x2)),
        new XAttribute("y2", Number(y2)),
        new XAttribute("stroke", "#ddd"));

    private static XElement Text(double x, double y, string text, string anchor, params (string Name, string Value)[] more) => new(
        Svg + "text",
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("text-anchor", anchor),
        more.Select(attribute => new XAttribute(attribute.Name, attribute.Value)),
        text);

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private static string Short(double value) => value switch
    {
        >= 1e9 => Number(value / 1e9) + "G",
        >= 1e6 => Number(value / 1e6) + "M",
        >= 1e3 => Number(value / 1e3) + "k",
        _ => value.ToString("G3", CultureInfo.InvariantCulture),
    };
}
