using System.Globalization;
using System.Text;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>
/// What to write so that the terminal shows new lines above the row of input. Only this row is ever cleared and drawn again: what
/// was said stays in the scrollback, and a screen reader reads each line once. Pure but for remembering what it drew last.
/// </summary>
/// <param name="theme">How the prompt looks.</param>
internal sealed class Screen(Theme theme)
{
    // A terminal may count the cells of some emoji otherwise than we do: what is too much is cut off, and never begins a second row.
    private const string CutOff = "\u001B[?7l", WrapAgain = "\u001B[?7h";

    private const string EraseBelow = "\u001B[J";
    private const string EraseAll = "\u001B[H\u001B[2J";

    private InputRow? _drawn;

    /// <summary>The writing that shows <paramref name="above"/> over the row.</summary>
    /// <param name="above">Whole lines, each ended by <c>\n</c>; may be empty.</param>
    /// <param name="row">What the row shows from now on; null: none, at the end or while the program is stopped.</param>
    /// <param name="columns">The width of the terminal now.</param>
    public string Paint(string above, InputRow? row, int columns)
    {
        var writing = new StringBuilder();
        MoveToStart(writing, columns);
        if (above.Length > 0)
            writing.Append(EraseBelow).Append(above.Replace("\n", "\r\n", StringComparison.Ordinal));
        Draw(writing, row);
        return writing.ToString();
    }

    /// <summary>The writing that empties the screen, but for the row.</summary>
    public string Clear(InputRow row)
    {
        var writing = new StringBuilder(EraseAll);
        Draw(writing, row);
        return writing.ToString();
    }

    /// <summary>Forgets what was drawn: something else has written to the terminal, and the cursor stands on an empty row.</summary>
    public void Forget() => _drawn = null;

    // A terminal that became narrower has broken the old row into several, and the cursor went with its cell.
    private void MoveToStart(StringBuilder writing, int columns)
    {
        var rows = _drawn?.RowsAboveCursor(columns) ?? 0;
        if (rows > 0)
            writing.Append(CultureInfo.InvariantCulture, $"\u001B[{rows}A");
        writing.Append('\r');
    }

    private void Draw(StringBuilder writing, InputRow? row)
    {
        _drawn = row;
        if (row is null)
        {
            writing.Append(EraseBelow);
            return;
        }

        var text = row.IsMarked ? Theme.Marked(row.Text) : row.Text;
        writing.Append(CutOff).Append(theme.Prompt(row.Prompt)).Append(text).Append(WrapAgain).Append(EraseBelow).Append('\r');
        if (row.CursorCell > 0)
            writing.Append(CultureInfo.InvariantCulture, $"\u001B[{row.CursorCell}C");
    }
}
