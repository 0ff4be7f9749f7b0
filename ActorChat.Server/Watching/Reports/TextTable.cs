namespace ActorChat.Server.Watching.Reports;

/// <summary>Lays cells out in columns that are as wide as they need to be. Pure.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>The lines: the headings, then one for each row.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The cells, as many in each row as there are columns.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<TableColumn> columns, IEnumerable<string[]> rows)
    {
        string[][] cells = [[.. columns.Select(column => column.Heading)], .. rows.Select(row => Fit(columns, row))];
        var widths = columns.Select((_, i) => cells.Max(row => CellWidth.Of(row[i]))).ToArray();
        return [.. cells.Select(row => Line(columns, widths, row))];
    }

    private static string[] Fit(IReadOnlyList<TableColumn> columns, string[] row) =>
        [.. row.Select((cell, i) => DisplayWidth.Fit(cell, columns[i].MostWidth))];

    private static string Line(IReadOnlyList<TableColumn> columns, int[] widths, string[] row) =>
        string.Join(Gap, row.Select((cell, i) => Pad(cell, widths[i], columns[i].IsNumber))).TrimEnd();

    private static string Pad(string cell, int width, bool isNumber)
    {
        var blanks = new string(' ', width - CellWidth.Of(cell));
        return isNumber ? blanks + cell : cell + blanks;
    }
}
