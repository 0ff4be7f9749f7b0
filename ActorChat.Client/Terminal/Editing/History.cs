namespace ActorChat.Client.Terminal.Editing;

/// <summary>The lines that were entered, oldest first, and the walk through them with the arrow keys.</summary>
internal sealed class History
{
    /// <summary>How many lines are kept.</summary>
    public const int MaxLines = 100;

    private readonly List<string> _lines = [];
    private int _place;
    private string _draft = "";

    /// <param name="lines">Of earlier runs, oldest first; the last ones are kept.</param>
    public History(IEnumerable<string> lines)
    {
        _lines.AddRange(lines.TakeLast(MaxLines));
        _place = _lines.Count;
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Keeps a line that was entered, unless it repeats the one before or is not to be kept. The walk starts anew.</summary>
    /// <returns>Whether it was kept.</returns>
    public bool Add(string line)
    {
        var kept = HistoryRule.Keeps(line) && (_lines.Count is 0 || _lines[^1] != line);
        if (kept)
            _lines.Add(line);
        if (_lines.Count > MaxLines)
            _lines.RemoveAt(0);

        _place = _lines.Count;
        _draft = "";
        return kept;
    }

    /// <summary>The line before; null when there is none. What was typed so far is kept for the way back.</summary>
    public string? Older(string current)
    {
        if (_place is 0)
            return null;
        if (_place == _lines.Count)
            _draft = current;
        return _lines[--_place];
    }

    /// <summary>The line after, at last what was being typed; null when that is shown already.</summary>
    public string? Newer()
    {
        if (_place == _lines.Count)
            return null;
        return ++_place == _lines.Count ? _draft : _lines[_place];
    }
}
