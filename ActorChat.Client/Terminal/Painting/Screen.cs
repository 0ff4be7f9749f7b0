using System.Globalization;
using System.Text;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>
/// Composes the output that shows new lines above the row of input. Only this row is ever cleared and redrawn: messages stay in the
/// scrollback, and a screen reader reads each line once. Pure but for remembering what it drew last.
/// </summary>
internal sealed class Screen(Theme theme)
{
    // Terminals count the cells of some emoji differently. The excess is cut off instead of starting a second row.
    private const string CutOff = "\u001B[?7l", WrapAgain = "\u001B[?7h";

    private const string EraseBelow = "\u001B[J";
    private const string EraseAll = "\u001B[H\u001B[2J";

    private InputRow? _drawn;

    /// <summary>The output that shows whole lines above the new row; null: no row, at the end or while the program is stopped.</summary>
    public string Paint(string above, InputRow? row, int columns)
    {
        var output = new StringBuilder();
        MoveToStart(output, columns);
        if (above.Length > 0)
            output.Append(EraseBelow).Append(above.Replace("\n", "\r\n", StringComparison.Ordinal));
        Draw(output, row);
        return output.ToString();
    }

    /// <summary>The output that clears the screen, but for the row.</summary>
    public string Clear(InputRow row)
    {
        var output = new StringBuilder(EraseAll);
        Draw(output, row);
        return output.ToString();
    }

    /// <summary>Something else has written to the terminal: the cursor stands on an empty row.</summary>
    public void Forget() => _drawn = null;

    // A terminal that became narrower has wrapped the old row, and the cursor moved with its cell.
    private void MoveToStart(StringBuilder output, int columns)
    {
        var rows = _drawn?.RowsAboveCursor(columns) ?? 0;
        if (rows > 0)
            output.Append(CultureInfo.InvariantCulture, $"\u001B[{rows}A");
        output.Append('\r');
    }

    private void Draw(StringBuilder output, InputRow? row)
    {
        _drawn = row;
        if (row is null)
        {
            output.Append(EraseBelow);
            return;
        }

        var text = row.IsMarked ? Theme.Marked(row.Text) : row.Text;
        output.Append(CutOff).Append(theme.Prompt(row.Prompt)).Append(text).Append(WrapAgain).Append(EraseBelow).Append('\r');
        if (row.CursorCell > 0)
            output.Append(CultureInfo.InvariantCulture, $"\u001B[{row.CursorCell}C");
    }
}
