using System.Globalization;
using System.Text;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>
/// The one row in which a line is edited: the prompt, and of a line that is too long the part around the cursor. One row less one
/// cell is never wrapped by a terminal, so that there is always exactly one row to clear.
/// </summary>
/// <param name="Prompt">What stands before the text.</param>
/// <param name="Text">What is seen of the line.</param>
/// <param name="CursorCell">Where the cursor stands: cells from the left edge.</param>
/// <param name="First">Where in the line the seen part begins, to be handed to the next layout: the text does not jump then.</param>
internal sealed record InputRow(string Prompt, string Text, int CursorCell, int First)
{
    private const string LeftMark = "<", RightMark = ">";
    private const string ShortPrompt = "> ";
    private const int MinTextCells = 8;

    /// <summary>Whether the text is marked, as selected text is.</summary>
    public bool IsMarked { get; init; }

    /// <summary>All of its cells.</summary>
    public int Cells => CellWidth.Measure(Prompt) + CellWidth.Measure(Text);

    /// <summary>How many rows stand above the cursor's, once a terminal of <paramref name="columns"/> cells has broken the row.</summary>
    public int RowsAboveCursor(int columns)
    {
        int rows = 0, filled = 0, before = 0;
        for (ReadOnlySpan<char> rest = Prompt + Text; before < CursorCell && !rest.IsEmpty;)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            var cells = CellWidth.MeasureCluster(rest[..length]);
            rest = rest[length..];
            before += cells;

            // A wide character is not split: it leaves the last cell of the row empty.
            if (filled + cells > columns)
                (rows, filled) = (rows + 1, 0);
            filled += cells;
        }

        return filled >= columns ? rows + 1 : rows;
    }

    /// <summary>Lays a line out.</summary>
    /// <param name="prompt">Made shorter where it would leave no room.</param>
    /// <param name="line">The whole line.</param>
    /// <param name="cursor">Where the cursor stands in it, between two user-perceived characters.</param>
    /// <param name="columns">The width of the terminal.</param>
    /// <param name="first">Where the seen part began before.</param>
    public static InputRow Layout(string prompt, string line, int cursor, int columns, int first)
    {
        var room = Math.Max(1, columns - 1);
        var shown = Fitting(prompt, room);
        var promptCells = CellWidth.Measure(shown);
        var text = room - promptCells;
        if (CellWidth.Measure(line) <= text)
            return new InputRow(shown, line, promptCells + CellWidth.Measure(line.AsSpan(0, cursor)), 0);

        return Part(shown, line, cursor, text, first) is { } part ? part : new InputRow(shown, "", promptCells, 0);
    }

    private static string Fitting(string prompt, int room)
    {
        if (CellWidth.Measure(prompt) + MinTextCells <= room)
            return prompt;
        return ShortPrompt.Length + MinTextCells <= room ? ShortPrompt : "";
    }

    private static InputRow? Part(string prompt, string line, int cursor, int room, int first)
    {
        var inner = room - LeftMark.Length - RightMark.Length;
        if (inner < 2)
            return null;

        var start = Start(line, cursor, inner, first);
        var end = start;
        var cells = 0;
        while (end < line.Length && cells + Next(line, end).Cells <= inner)
        {
            var (length, width) = Next(line, end);
            end += length;
            cells += width;
        }

        var text = new StringBuilder(start > 0 ? LeftMark : "");
        var before = CellWidth.Measure(prompt) + text.Length + CellWidth.Measure(line.AsSpan(start, cursor - start));
        text.Append(line, start, end - start).Append(end < line.Length ? RightMark : "");
        return new InputRow(prompt, text.ToString(), before, start);
    }

    // The part stays where it was while the cursor is in it; else the cursor comes to stand in its middle.
    private static int Start(string line, int cursor, int inner, int first)
    {
        if (first <= cursor && first <= line.Length && IsBoundary(line, first)
            && CellWidth.Measure(line.AsSpan(first, cursor - first)) < inner && CellWidth.Measure(line.AsSpan(first)) >= inner / 2)
            return first;

        var start = 0;
        for (var before = CellWidth.Measure(line.AsSpan(0, cursor)); before > inner / 2;)
        {
            var (length, cells) = Next(line, start);
            start += length;
            before -= cells;
        }

        return start;
    }

    private static bool IsBoundary(string line, int place)
    {
        var boundary = 0;
        while (boundary < place)
            boundary += Next(line, boundary).Length;
        return boundary == place;
    }

    private static (int Length, int Cells) Next(string line, int place)
    {
        var length = StringInfo.GetNextTextElementLength(line, place);
        return (length, CellWidth.MeasureCluster(line.AsSpan(place, length)));
    }
}
