namespace ActorChat.Server.Diagnostics.Reports;

/// <param name="Heading">The title of the column.</param>
/// <param name="IsNumber">Aligns right, and never cuts cells.</param>
/// <param name="MaxWidth">In columns of the terminal.</param>
/// <param name="Default">If all cells are this, a table that is too wide omits the column; null for never.</param>
internal sealed record TableColumn(string Heading, bool IsNumber = false, int MaxWidth = 44, string? Default = null);

/// <summary>Lays out cells in columns within a given width. Pure.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    // A narrower cell that loses its middle is unreadable.
    private const int MinWidth = 8;

    /// <summary>Returns the headings, then a line for each row. Exceeds the width only if numbers alone do.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<TableColumn> columns, IEnumerable<string[]> rows, int width = int.MaxValue)
    {
        string[][] cells = [[.. columns.Select(column => column.Heading)], .. rows];
        var kept = KeepColumns(columns, cells, width);
        var widths = Narrow(kept, width);
        return [.. cells.Select(row => Line(kept, widths, row))];
    }

    // Omits optional columns from the right: the leftmost matter most.
    private static List<LaidOutColumn> KeepColumns(IReadOnlyList<TableColumn> columns, string[][] cells, int width)
    {
        List<LaidOutColumn> kept = [.. columns.Select((column, at) => new LaidOutColumn(column, at, WidthOf(column, cells.Select(row => row[at]))))];
        foreach (var optional in kept.AsEnumerable().Reverse().Where(column => IsOptional(column, cells)).ToList())
        {
            if (Total(kept.Select(column => column.Width)) > width)
                kept.Remove(optional);
        }

        return kept;
    }

    private static int WidthOf(TableColumn column, IEnumerable<string> cells) => Math.Min(column.MaxWidth, cells.Max(cell => CellWidth.Measure(cell)));

    private static bool IsOptional(LaidOutColumn column, string[][] cells) =>
        column.Column.Default is { } value && cells.Skip(1).All(row => row[column.At] == value);

    // Narrows the widest text column until all fit.
    private static int[] Narrow(List<LaidOutColumn> columns, int width)
    {
        int[] widths = [.. columns.Select(column => column.Width)];
        while (Total(widths) > width)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(i => !columns[i].Column.IsNumber).MaxBy(i => widths[i]);
            if (widths[widest] <= MinWidth)
                break;
            widths[widest]--;
        }

        return widths;
    }

    private static int Total(IEnumerable<int> widths) => widths.Sum(width => width + Gap.Length) - Gap.Length;

    private static string Line(List<LaidOutColumn> columns, int[] widths, string[] row) =>
        string.Join(Gap, columns.Select((column, i) => Pad(DisplayWidth.Fit(row[column.At], widths[i]), widths[i], column.Column.IsNumber))).TrimEnd();

    private static string Pad(string cell, int width, bool isNumber)
    {
        var blanks = new string(' ', width - CellWidth.Measure(cell));
        return isNumber ? blanks + cell : cell + blanks;
    }

    private sealed record LaidOutColumn(TableColumn Column, int At, int Width);
}
