namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// The commands of one client that have no answer yet, each with its time limit. Knows no clock. Holds nothing before the first command.
/// A mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct CommandWindow
{
    // In the order sent, which is nearly always that of the answers. Some dozens at most.
    private List<(long Command, TimeSpan Deadline)>? _pending;
    private long _last;

    /// <summary>How many have no answer yet.</summary>
    public readonly int Count => _pending?.Count ?? 0;

    /// <summary>The first deadline of those; the greatest time when there is none.</summary>
    public readonly TimeSpan NextDeadline => Count == 0 ? TimeSpan.MaxValue : _pending![0].Deadline;

    /// <summary>Numbers the next command.</summary>
    /// <param name="deadline">When it is to be answered; not earlier than that of the one before.</param>
    public long Add(TimeSpan deadline)
    {
        (_pending ??= []).Add((++_last, deadline));
        return _last;
    }

    /// <summary>Takes the answer to commands that followed each other. False when none of them was waited for any more.</summary>
    public readonly bool TryComplete(long first, long last)
    {
        var start = _pending?.FindIndex(waiting => waiting.Command >= first) ?? -1;
        if (start < 0)
            return false;
        var end = start;
        while (end < _pending!.Count && _pending[end].Command <= last)
            end++;
        _pending.RemoveRange(start, end - start);
        return end > start;
    }

    /// <summary>Gives up those whose time is over.</summary>
    /// <returns>How many.</returns>
    public readonly int TakeOverdue(TimeSpan now)
    {
        var overdue = 0;
        while (overdue < Count && _pending![overdue].Deadline <= now)
            overdue++;
        if (overdue > 0)
            _pending!.RemoveRange(0, overdue);
        return overdue;
    }
}
