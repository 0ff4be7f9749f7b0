namespace ActorChat.Client.Rooms;

/// <summary>The client's own lines for one connection, in order; a page is asked for when the one before has ended.</summary>
/// <remarks>Used by both directions of a connection at once.</remarks>
internal sealed class RequestQueue
{
    // A user is in 50 rooms at most by default. After a loss each needs an entry and a page.
    private const int MaxRequests = 1024;

    private readonly Lock _lock = new();
    private readonly List<Request> _waiting = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Request? _open;
    private bool _isRefused, _isForgotten;

    /// <summary>The page that is being waited for; null: none.</summary>
    public Request? Open
    {
        get
        {
            lock (_lock)
                return _open;
        }
    }

    /// <summary>Whether the server seems to have refused the open page, with words that are not known.</summary>
    public bool IsRefused
    {
        get
        {
            lock (_lock)
                return _isRefused;
        }
    }

    /// <summary>Whether the user waits for history.</summary>
    public bool HasHistory
    {
        get
        {
            lock (_lock)
                return _open is { Kind: RequestKind.History } || _waiting.Any(request => request.Kind is RequestKind.History);
        }
    }

    /// <summary>Completes when there may be more to send. To be read before <see cref="TakeNext"/>.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
                return _changed.Task;
        }
    }

    /// <returns>False: too many wait.</returns>
    public bool Add(Request request)
    {
        lock (_lock)
        {
            if (_waiting.Count is MaxRequests)
                return false;

            _waiting.Add(request);
            NotifyChange();
            return true;
        }
    }

    /// <summary>The next line to send, which is open from now on if a page answers it; null: none now.</summary>
    public Request? TakeNext()
    {
        lock (_lock)
        {
            if (_waiting is not [var next, ..] || (next.Kind is not RequestKind.Command && _open is not null && !_isRefused))
                return null;

            if (next.Kind is not RequestKind.Command)
                (_open, _isRefused, _isForgotten) = (next, false, false);
            _waiting.RemoveAt(0);
            return next;
        }
    }

    /// <summary>Whether a line belongs to the page that the user has asked for. <paramref name="last"/>: the last one seen of its room.</summary>
    public bool IsWanted(ServerLine.Public line, long? last)
    {
        lock (_lock)
            return _open is { IsWanted: true } && line.IsPast && (last is null || line.Number <= last);
    }

    /// <summary>Takes the end of a page; gives what it was asked for, or null where nobody waits for it.</summary>
    public Request? Close(ServerLine end)
    {
        lock (_lock)
        {
            var isMeant = _open is not null && end is ServerLine.SearchEnd == _open.Kind is RequestKind.Search
                && (_open.Room.Length is 0 || CaseFolding.Comparer.Equals(_open.Room, end.Room));
            var wasForgotten = _isForgotten;
            var closed = isMeant ? Close() : null;
            return wasForgotten ? null : closed;
        }
    }

    /// <summary>Waits no longer for the open page.</summary>
    public Request? Close()
    {
        lock (_lock)
        {
            var closed = _open;
            (_open, _isRefused, _isForgotten) = (null, false, false);
            NotifyChange();
            return closed;
        }
    }

    /// <summary>The user has left a room. An open page of it still has an answer, which means nothing then.</summary>
    public void Forget(string room)
    {
        lock (_lock)
        {
            _waiting.RemoveAll(request => request.Room.Length > 0 && CaseFolding.Comparer.Equals(request.Room, room));
            _isForgotten |= _open is { Room.Length: > 0 } && CaseFolding.Comparer.Equals(_open.Room, room);
        }
    }

    /// <summary>The server has said something that may be the answer to the open page. The next one does not wait for it.</summary>
    public void Refuse()
    {
        lock (_lock)
        {
            _isRefused = _isForgotten || _open is { IsWanted: true };
            NotifyChange();
        }
    }

    private void NotifyChange()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
