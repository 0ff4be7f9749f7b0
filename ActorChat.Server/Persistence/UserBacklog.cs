namespace ActorChat.Server.Persistence;

/// <summary>
/// Who is still to be written down: by nickname, the latest sighting of each, so that it grows with the number of users and not with
/// that of their visits. One list of them can be in work at a time. Outlives the actor that fills it, which may be restarted.
/// </summary>
/// <param name="capacity">The most nicknames that wait at the same time.</param>
internal sealed class UserBacklog(int capacity)
{
    private readonly Dictionary<string, DateTime> _waiting = [];
    private IReadOnlyList<UserSighting> _inWork = [];

    /// <summary>How many are not written yet, those in work included (twice, if seen again meanwhile).</summary>
    public int Count => _waiting.Count + _inWork.Count;

    /// <summary>Whether a list was taken of which nothing has been heard.</summary>
    public bool IsInWork => _inWork.Count > 0;

    /// <summary>The nicknames that are not written yet, in no order.</summary>
    public IEnumerable<string> Nicknames => _waiting.Keys.Union(_inWork.Select(user => user.Nickname));

    /// <summary>Somebody was seen; not before any time given earlier for the same nickname. False when the backlog is full.</summary>
    public bool TryAdd(UserSighting user)
    {
        if (_waiting.Count >= capacity && !_waiting.ContainsKey(user.Nickname))
            return false;
        _waiting[user.Nickname] = user.ConnectedAt;
        return true;
    }

    /// <summary>Takes some into work; empty when nobody waits.</summary>
    /// <exception cref="InvalidOperationException">There are some in work already.</exception>
    public IReadOnlyList<UserSighting> Take(int most)
    {
        if (IsInWork)
            throw new InvalidOperationException("One list is in work already.");
        _inWork = [.. _waiting.Take(most).Select(waiting => new UserSighting(waiting.Key, waiting.Value))];
        foreach (var user in _inWork)
            _waiting.Remove(user.Nickname);
        return _inWork;
    }

    /// <summary>Those in work are written.</summary>
    public void Written() => _inWork = [];

    /// <summary>Those in work are not written: they wait again, unless seen again meanwhile. May go beyond the capacity by their number.</summary>
    public void PutBack()
    {
        foreach (var user in _inWork)
            _waiting.TryAdd(user.Nickname, user.ConnectedAt);
        _inWork = [];
    }
}
