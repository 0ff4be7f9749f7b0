namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>Lays cells out in columns that are as wide as they need to be, within the width that there is. Pure.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    // With less, a cell that loses its middle says nothing.
    private const int LeastWidth = 8;

    /// <summary>The lines: the headings, then one for each row.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The cells, as many in each row as there are columns.</param>
    /// <param name="width">The most columns of the terminal that a line takes, unless the numbers alone take more.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<TableColumn> columns, IEnumerable<string[]> rows, int width = int.MaxValue)
    {
        string[][] cells = [[.. columns.Select(column => column.Heading)], .. rows];
        var shown = Columns(columns, cells, width);
        int[] widths = Narrow(shown, width);
        return [.. cells.Select(row => Line(shown, widths, row))];
    }

    // The last first: what matters most stands at the left.
    private static List<Laid> Columns(IReadOnlyList<TableColumn> columns, string[][] cells, int width)
    {
        List<Laid> laid = [.. columns.Select((column, at) => new Laid(column, at, Widest(column, cells.Select(row => row[at]))))];
        foreach (var spare in laid.AsEnumerable().Reverse().Where(column => IsSpare(column, cells)).ToList())
        {
            if (Total(laid.Select(column => column.Width)) > width)
                laid.Remove(spare);
        }

        return laid;
    }

    private static int Widest(TableColumn column, IEnumerable<string> cells) => Math.Min(column.MostWidth, cells.Max(cell => CellWidth.Measure(cell)));

    private static bool IsSpare(Laid laid, string[][] cells) =>
        laid.Column.Usual is { } usual && cells.Skip(1).All(row => row[laid.At] == usual);

    // The widest column of words gives way until all fit.
    private static int[] Narrow(List<Laid> columns, int width)
    {
        int[] widths = [.. columns.Select(column => column.Width)];
        while (Total(widths) > width)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(i => !columns[i].Column.IsNumber).MaxBy(i => widths[i]);
            if (widths[widest] <= LeastWidth)
                break;
            widths[widest]--;
        }

        return widths;
    }

    private static int Total(IEnumerable<int> widths) => widths.Sum(width => width + Gap.Length) - Gap.Length;

    private static string Line(List<Laid> columns, int[] widths, string[] row) =>
        string.Join(Gap, columns.Select((column, i) => Pad(DisplayWidth.Fit(row[column.At], widths[i]), widths[i], column.Column.IsNumber))).TrimEnd();

    private static string Pad(string cell, int width, bool isNumber)
    {
        var blanks = new string(' ', width - CellWidth.Measure(cell));
        return isNumber ? blanks + cell : cell + blanks;
    }

    private sealed record Laid(TableColumn Column, int At, int Width);
}
