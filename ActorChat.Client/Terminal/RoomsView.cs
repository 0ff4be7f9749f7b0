using ActorChat.Client.Consoles;

namespace ActorChat.Client.Terminal;

/// <summary>The rooms as the prompt shows them, with what is unread in the others, and their names for completion.</summary>
internal sealed class RoomsView
{
    // A server has so many rooms by default (max-rooms).
    private const int MaxNames = 10_000;
    private const int MaxUnreadShown = 4;

    private readonly SortedSet<string> _names = new(StringComparer.CurrentCultureIgnoreCase);
    private readonly Dictionary<string, (int Lines, bool IsCalled)> _unread = new(CaseFolding.Comparer);
    private bool _isInGeneralAlone = true;

    /// <summary>The room that plain text goes to; empty for none, or where the server has not said.</summary>
    public string Current { get; private set; } = "";

    /// <summary>The rooms that are known.</summary>
    public IEnumerable<string> Names => _names;

    /// <summary>What stands before the nickname; empty for who is in the general room alone.</summary>
    public string Mark
    {
        get
        {
            if (_isInGeneralAlone && _unread.Count is 0)
                return "";

            var unread = _unread.Take(MaxUnreadShown).Select(room => $"{room.Key} {room.Value.Lines}{(room.Value.IsCalled ? "!" : "")}");
            var more = _unread.Count > MaxUnreadShown ? [$"+{_unread.Count - MaxUnreadShown}"] : Array.Empty<string>();
            return $"[{string.Join(" | ", [Current.Length > 0 ? Current : "-", .. unread, .. more])}] ";
        }
    }

    /// <summary>Whether a line says nothing of its room because it is the current one.</summary>
    public bool IsCurrent(string room) => room.Length is 0 || CaseFolding.Comparer.Equals(room, Current);

    public void Observe(ConsoleEvent consoleEvent, string? me)
    {
        switch (consoleEvent)
        {
            case ConsoleEvent.RoomsChanged changed:
                Change(changed);
                break;
            case ConsoleEvent.Received { Line: ServerLine.Public said } when !IsCurrent(said.Room):
                Learn(said.Room);
                if (!CaseFolding.Comparer.Equals(said.Nick, me))
                    Count(said, me);
                break;
            case { Heard: ServerLine.RoomList { Room.Length: > 0 } listed }:
                Learn(listed.Room);
                break;
        }
    }

    private void Change(ConsoleEvent.RoomsChanged changed)
    {
        Current = changed.Current;
        _isInGeneralAlone = changed.Rooms is [var only] && CaseFolding.Comparer.Equals(only, RoomName.General.Value) && IsCurrent(only);
        foreach (var room in changed.Rooms)
            Learn(room);
        foreach (var read in _unread.Keys.Where(room => IsCurrent(room) || !changed.Rooms.Contains(room, CaseFolding.Comparer)).ToArray())
            _unread.Remove(read);
    }

    private void Count(ServerLine.Public said, string? me)
    {
        var (lines, isCalled) = _unread.GetValueOrDefault(said.Room);
        _unread[said.Room] = (lines + 1, isCalled || Mention.Calls(said.Said, me));
    }

    private void Learn(string room)
    {
        if (_names.Count < MaxNames)
            _names.Add(room);
    }
}
