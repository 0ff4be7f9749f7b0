using System.Text;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>
/// Breaks lines between words where a terminal would break them within one, and indents the rest, so that the times stand out. A word wider
/// than the terminal (an address) is left to it, so that it can still be copied whole.
/// </summary>
internal static class WordWrap
{
    /// <summary>The width of the time before a line.</summary>
    public const int Indent = 6;

    // In a narrower terminal the indent would take more than it gives.
    private const int MinColumns = 24;

    /// <summary>Wraps whole lines, each ended by <c>\n</c>, which may contain sequences that set colours.</summary>
    public static string Wrap(string lines, int columns)
    {
        if (columns < MinColumns)
            return lines;

        var shown = new StringBuilder();
        int end;
        for (var rest = lines.AsSpan(); (end = rest.IndexOf('\n')) >= 0; rest = rest[(end + 1)..])
        {
            Wrap(rest[..end], columns, shown);
            shown.Append('\n');
        }

        return shown.ToString();
    }

    private static void Wrap(ReadOnlySpan<char> line, int columns, StringBuilder shown)
    {
        var cells = 0;
        while (!line.IsEmpty)
        {
            var spaces = line.Length - line.TrimStart(' ').Length;
            var rest = line[spaces..].IndexOf(' ') is var end and >= 0 ? spaces + end : line.Length;
            var word = line[spaces..rest];
            var width = Width(word);
            if (cells > Indent && cells + spaces + width > columns && width > 0 && width <= columns - Indent)
            {
                shown.Append('\n').Append(' ', Indent).Append(word);
                cells = Indent + width;
            }
            else
            {
                shown.Append(line[..rest]);
                cells += spaces + width;
            }

            // The terminal wraps a long word by itself.
            cells = cells > columns ? cells % columns : cells;
            line = line[rest..];
        }
    }

    // Skips the sequences (ESC [ parameters m), which take no cells.
    private static int Width(ReadOnlySpan<char> word)
    {
        var cells = 0;
        int escape;
        while ((escape = word.IndexOf('\u001B')) >= 0)
        {
            cells += CellWidth.Measure(word[..escape]);
            word = word[(word[escape..].IndexOf('m') is var end and >= 0 ? escape + end + 1 : word.Length)..];
        }

        return cells + CellWidth.Measure(word);
    }
}
