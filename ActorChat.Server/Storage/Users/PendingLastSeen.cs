namespace ActorChat.Server.Storage.Users;

/// <summary>
/// Who is still to be written down: the latest sighting of each user, so that it grows with the number of users and not with
/// that of their visits. One list of them can be in work at a time. Outlives the actor that fills it, which may be restarted.
/// </summary>
/// <param name="capacity">The most users that wait at the same time.</param>
internal sealed class PendingLastSeen(int capacity)
{
    private readonly Dictionary<string, LastSeen> _waiting = [];
    private List<LastSeen> _inWork = [];

    /// <summary>How many are not written yet, those in work included (twice, if seen again meanwhile).</summary>
    public int Count => _waiting.Count + _inWork.Count;

    /// <summary>Whether a list was taken of which nothing has been heard.</summary>
    public bool IsInWork => _inWork.Count > 0;

    /// <summary>The nicknames that are not written yet, one for each user, in no order.</summary>
    public IEnumerable<string> Nicknames => _waiting.Values.Concat(_inWork).Select(user => user.Nickname).Distinct(CaseFolding.Comparer);

    /// <summary>Somebody was seen; not before any time given earlier for the same user. False when the backlog is full.</summary>
    public bool TryAdd(LastSeen user)
    {
        var person = CaseFolding.Casefold(user.Nickname);
        if (_waiting.Count >= capacity && !_waiting.ContainsKey(person))
            return false;
        _waiting[person] = user;
        return true;
    }

    /// <summary>Takes some into work; empty when nobody waits.</summary>
    /// <exception cref="InvalidOperationException">There are some in work already.</exception>
    public IReadOnlyList<LastSeen> Take(int most)
    {
        if (IsInWork)
            throw new InvalidOperationException("One list is in work already.");
        var taken = _waiting.Take(most).ToList();
        foreach (var (person, _) in taken)
            _waiting.Remove(person);
        return _inWork = taken.ConvertAll(waiting => waiting.Value);
    }

    /// <summary>Those in work are written.</summary>
    public void Written() => _inWork = [];

    /// <summary>Those in work are not written: they wait again, unless seen again meanwhile. May go beyond the capacity by their number.</summary>
    public void PutBack()
    {
        foreach (var user in _inWork)
            _waiting.TryAdd(CaseFolding.Casefold(user.Nickname), user);
        _inWork = [];
    }
}
