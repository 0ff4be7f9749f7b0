namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// The pending commands of one client, each with its time limit. Knows no clock. Allocates nothing before the first command. A mutable value:
/// keep it in a field that is not read-only.
/// </summary>
internal struct CommandWindow
{
    // Ordered by number. A list suffices: some dozens at most, answered nearly in order.
    private List<(long Command, TimeSpan Deadline)>? _pending;
    private long _last;

    public readonly int Count => _pending?.Count ?? 0;

    /// <summary>The first deadline; <see cref="TimeSpan.MaxValue"/> if none is pending.</summary>
    public readonly TimeSpan NextDeadline => Count == 0 ? TimeSpan.MaxValue : _pending![0].Deadline;

    /// <summary>Numbers a new command, whose deadline must not be earlier than that of the command before.</summary>
    public long Add(TimeSpan deadline)
    {
        (_pending ??= []).Add((++_last, deadline));
        return _last;
    }

    /// <summary>Completes consecutive commands. False if none of them is pending any more.</summary>
    public readonly bool TryComplete(long first, long last)
    {
        var start = 0;
        while (start < Count && _pending![start].Command < first)
            start++;
        var end = start;
        while (end < Count && _pending![end].Command <= last)
            end++;
        if (end > start)
            _pending!.RemoveRange(start, end - start);
        return end > start;
    }

    /// <summary>Drops the commands past their time limit.</summary>
    /// <returns>Their numbers, the oldest first.</returns>
    public readonly IReadOnlyList<long> TakeOverdue(TimeSpan now)
    {
        var overdue = (_pending ?? []).TakeWhile(pending => pending.Deadline <= now).Select(pending => pending.Command).ToArray();
        _pending?.RemoveRange(0, overdue.Length);
        return overdue;
    }
}
