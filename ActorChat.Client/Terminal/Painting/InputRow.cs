using System.Globalization;
using System.Text;
using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>What the row of input shows. A marked line is an offer, which the next character replaces.</summary>
internal sealed record InputState(string Prompt, LineBuffer Line, bool IsMarked = false);

/// <summary>
/// The row of input laid out: the prompt, and of a long line the part around the cursor. It leaves one cell free, so no terminal wraps it
/// and there is always exactly one row to clear. The next layout takes where the visible part begins, so that the text does not jump.
/// </summary>
internal sealed record InputRow(string Prompt, string Text, int CursorCell, int First)
{
    private const string LeftMark = "<", RightMark = ">";
    private const string ShortPrompt = "> ";
    private const int MinTextCells = 8;

    /// <summary>Whether the text is shown like selected text.</summary>
    public bool IsMarked { get; init; }

    public int Cells => CellWidth.Measure(Prompt) + CellWidth.Measure(Text);

    /// <summary>The rows above the cursor's, once a terminal of <paramref name="columns"/> cells has wrapped the row.</summary>
    public int RowsAboveCursor(int columns)
    {
        int rows = 0, filled = 0, before = 0;
        for (ReadOnlySpan<char> rest = Prompt + Text; before < CursorCell && !rest.IsEmpty;)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            var cells = CellWidth.MeasureCluster(rest[..length]);
            rest = rest[length..];
            before += cells;

            // A wide character is not split, and leaves the last cell of the row empty.
            if (filled + cells > columns)
                (rows, filled) = (rows + 1, 0);
            filled += cells;
        }

        return filled >= columns ? rows + 1 : rows;
    }

    /// <summary>Lays out the row. The cursor is between two user-perceived characters; the visible part began at <paramref name="first"/>.</summary>
    public static InputRow Layout(string prompt, string line, int cursor, int columns, int first)
    {
        var room = Math.Max(1, columns - 1);
        var shown = Fitting(prompt, room);
        var promptCells = CellWidth.Measure(shown);
        var text = room - promptCells;
        if (CellWidth.Measure(line) <= text)
            return new InputRow(shown, line, promptCells + CellWidth.Measure(line.AsSpan(0, cursor)), 0);

        return Part(shown, line, cursor, text, first) ?? new InputRow(shown, "", promptCells, 0);
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

    // Keeps the visible part while the cursor is in it. Otherwise the cursor moves to its middle.
    private static int Start(string line, int cursor, int inner, int first)
    {
        if (first <= cursor && first <= line.Length && IsBoundary(line, first)
            && CellWidth.Measure(line.AsSpan(first, cursor - first)) < inner && CellWidth.Measure(line.AsSpan(first)) >= inner / 2)
        {
            return first;
        }

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
