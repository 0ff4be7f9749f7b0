namespace ActorChat.Client.Rooms;

/// <summary>
/// Puts the numbered lines of one room in order: each is shown once, and what is missing before it is fetched first. Pure: knows numbers,
/// and neither text nor network. Only one fetch is open at a time.
/// </summary>
/// <remarks>
/// The server numbers without gaps, but an operator may have deleted old lines. A fetched page is the truth about its range, so a number
/// that is not in it does not exist.
/// </remarks>
/// <param name="maxHeld">
/// The lines that wait for those before them: a page of the server (100 lines) and what comes meanwhile. The highest numbers beyond it are
/// dropped, and fetched later.
/// </param>
internal sealed class Timeline<TLine>(int maxHeld = 400)
{
    private readonly SortedDictionary<long, TLine> _held = [];
    private long _highest;
    private long _highestWhenAsked;
    private long _lowestDropped = long.MaxValue;
    private bool _isBehind;
    private bool _isAsking;
    private bool _isUnsure;

    /// <summary>The number of the last line shown; null: none yet, and the next line is where this client begins.</summary>
    public long? Last { get; private set; }

    /// <summary>Whether all lines that are known to exist have been shown.</summary>
    public bool IsWhole => !_isBehind && !_isAsking && !_isUnsure && _held.Count is 0;

    /// <summary>Notes where the room's history ends, unless its lines have said so already.</summary>
    public void Begin(long last) => Last ??= last;

    /// <summary>Takes a line that the server sent by itself or in a page; gives those to be shown now, in order.</summary>
    public IReadOnlyList<TLine> Add(long number, TLine line)
    {
        Last ??= number - 1;
        if (number <= Last)
            return [];

        _highest = Math.Max(_highest, number);
        _held[number] = line;
        var shown = Release(upTo: Last.Value);
        _isBehind |= _held.Count > 0 || _isUnsure;
        if (_held.Count > maxHeld)
            Drop(_held.Keys.Last());
        return shown;
    }

    /// <summary>Notes that lines may have been missed: the client is in the room again.</summary>
    public void Resume() => _isBehind = Last is not null;

    /// <summary>The number after which lines are to be fetched; null: nothing is to be fetched now. Taking it opens a fetch.</summary>
    public long? TakeFetch()
    {
        if (!_isBehind || _isAsking)
            return null;

        (_isAsking, _isUnsure, _highestWhenAsked) = (true, false, _highest);
        return Last;
    }

    /// <summary>Takes the end of a page that was fetched. All its lines have been added.</summary>
    /// <param name="last">The number of its last line; 0 where it is empty.</param>
    /// <param name="hasMore">Whether there are lines behind it.</param>
    public IReadOnlyList<TLine> EndPage(long last, bool hasMore)
    {
        _isAsking = false;

        // Nothing newer has been seen since the question, so what is still missing was deleted.
        var isAll = !hasMore && _highest == _highestWhenAsked;
        var shown = Release(upTo: Math.Min(isAll ? Math.Max(last, _highest) : last, _lowestDropped - 1));
        _lowestDropped = long.MaxValue;
        _isBehind = hasMore || _held.Count > 0 || _highest > Last;
        return shown;
    }

    /// <summary>A fetch has had no answer. The next line of the room tries again.</summary>
    public void GiveUp() => (_isAsking, _isBehind, _isUnsure) = (false, false, true);

    /// <summary>The connection is gone. What was not shown is fetched after it.</summary>
    public void Cut()
    {
        _held.Clear();
        (_highest, _lowestDropped) = (Last ?? 0, long.MaxValue);
        _isAsking = _isBehind = _isUnsure = false;
    }

    private void Drop(long number)
    {
        _held.Remove(number);
        _lowestDropped = Math.Min(_lowestDropped, number);
    }

    // Everything up to a number that is known to be whole, and what follows it without a gap.
    private List<TLine> Release(long upTo)
    {
        var shown = new List<TLine>();
        Last = Math.Max(Last ?? 0, upTo);
        while (_held.Count > 0 && _held.First() is var (number, line) && number <= Last + 1)
        {
            _held.Remove(number);
            shown.Add(line);
            Last = Math.Max(Last.Value, number);
        }

        return shown;
    }
}
