namespace ActorChat.Tests.Client.Terminal.Painting;

/// <summary>A model of a terminal: knows the sequences that the client writes, wraps and scrolls, and refuses everything else.</summary>
internal sealed class VirtualScreen(int columns)
{
    private readonly List<List<string>> _rows = [[]];
    private int _row;
    private int _column;
    private bool _wrapsNext;
    private bool _wraps = true;

    /// <summary>All rows ever shown, without what is blank at their ends.</summary>
    public IReadOnlyList<string> Rows => [.. _rows.Select(row => string.Concat(row).TrimEnd())];

    public int CursorRow => _row;

    public int CursorColumn => _column;

    public void Write(string text)
    {
        for (var place = 0; place < text.Length;)
        {
            var length = text[place] is '\u001B' ? Obey(text[place..]) : StringInfo.GetNextTextElementLength(text, place);
            if (text[place] is not '\u001B')
                Show(text.Substring(place, length));
            place += length;
        }
    }

    private void Show(string cluster)
    {
        switch (cluster)
        {
            case "\r":
                (_column, _wrapsNext) = (0, false);
                break;
            case "\n":
                Down();
                break;
            case "\r\n":
                _column = 0;
                _wrapsNext = false;
                Down();
                break;
            case "\a":
                break;
            default:
                Put(cluster, CellWidth.MeasureCluster(cluster));
                break;
        }
    }

    private void Put(string cluster, int cells)
    {
        if (!_wraps)
        {
            _column = Math.Min(_column, columns - cells);
        }
        else if (_wrapsNext || _column + cells > columns)
        {
            _column = 0;
            _wrapsNext = false;
            Down();
        }

        var row = _rows[_row];
        while (row.Count < _column + cells)
            row.Add(" ");
        row[_column] = cluster;
        for (var next = 1; next < cells; next++)
            row[_column + next] = "";
        _column += cells;
        _wrapsNext = _wraps && _column == columns;
        _column = Math.Min(_column, columns - 1);
    }

    private void Down()
    {
        _row++;
        if (_row == _rows.Count)
            _rows.Add([]);
    }

    private int Obey(string text)
    {
        var end = 2;
        var number = new StringBuilder();
        while (char.IsAsciiDigit(text[end]) || text[end] is ';' or '?')
            number.Append(text[end++]);
        var count = number.Length is 0 || number.ToString().AsSpan().ContainsAny(';', '?') ? 0 : int.Parse(number.ToString(), CultureInfo.InvariantCulture);
        switch (text[end])
        {
            case 'A':
                _row = Math.Max(0, _row - count);
                break;
            case 'C':
                (_column, _wrapsNext) = (Math.Min(columns - 1, _column + count), false);
                break;
            case 'J':
                EraseBelow();
                break;
            case 'm':
                break;
            case 'h' or 'l' when number.ToString() is "?7":
                _wraps = text[end] is 'h';
                break;
            default:
                throw new InvalidOperationException($"An unexpected sequence: ESC{text[1..(end + 1)]}");
        }

        return end + 1;
    }

    private void EraseBelow()
    {
        if (_rows[_row].Count > _column)
            _rows[_row].RemoveRange(_column, _rows[_row].Count - _column);
        for (var row = _row + 1; row < _rows.Count; row++)
            _rows[row].Clear();
    }
}
