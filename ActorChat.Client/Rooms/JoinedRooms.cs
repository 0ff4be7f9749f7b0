namespace ActorChat.Client.Rooms;

/// <summary>The rooms that the user is in, the current one, and the names of others that exist.</summary>
internal sealed class JoinedRooms
{
    // A server has so many rooms by default (max-rooms).
    private const int MaxKnown = 10_000;

    private readonly Dictionary<string, JoinedRoom> _rooms = new(CaseFolding.Comparer);
    private readonly HashSet<string> _known = new(CaseFolding.Comparer);
    private (string Current, int Count) _announced = ("", 0);

    /// <summary>The room that plain text goes to; empty for none.</summary>
    public string Current { get; set; } = "";

    public IReadOnlyCollection<JoinedRoom> All => _rooms.Values;

    public string[] Names => [.. _rooms.Values.Select(room => room.Name)];

    public JoinedRoom? Find(string name) => _rooms.GetValueOrDefault(name);

    public bool Contains(string name) => _rooms.ContainsKey(name);

    public bool IsCurrent(string name) => CaseFolding.Comparer.Equals(name, Current);

    public JoinedRoom Enter(string name)
    {
        Learn(name);
        return Find(name) ?? (_rooms[name] = new JoinedRoom(name));
    }

    public void Leave(string name) => _rooms.Remove(name);

    /// <summary>Takes the server's word on where the user is.</summary>
    public void Synchronize(ServerLine.RoomsOfReader rooms)
    {
        Current = rooms.Room;
        foreach (var gone in _rooms.Keys.Except(rooms.Rooms, CaseFolding.Comparer).ToArray())
            _rooms.Remove(gone);
        foreach (var room in rooms.Rooms)
            Enter(room);
    }

    /// <summary>Notes that a room exists.</summary>
    public void Learn(string name)
    {
        if (_known.Count < MaxKnown)
            _known.Add(name);
    }

    /// <summary>Which rooms exist is learned anew on each connection.</summary>
    public void ForgetKnown() => _known.Clear();

    /// <summary>The room of that name, if it exists and the user is not in it.</summary>
    public string? FindAbsent(string name) => !Contains(name) && _known.TryGetValue(name, out var known) ? known : null;

    /// <summary>The room that a message goes to, and its text there.</summary>
    public (string Room, string Said) DestinationOf(ChatCommand.Post post) =>
        post.Addressed is { } addressed && Find(addressed.Room) is { } room ? (room.Name, addressed.Text) : (Current, post.Text);

    /// <summary>Whether the rooms or the current one have changed since the last call.</summary>
    public bool TakeChange()
    {
        var now = (Current, _rooms.Count);
        var hasChanged = now != _announced;
        _announced = now;
        return hasChanged;
    }
}
