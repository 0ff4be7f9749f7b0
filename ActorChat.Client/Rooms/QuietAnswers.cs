namespace ActorChat.Client.Rooms;

/// <summary>The answers that are not shown, as the client has asked by itself. The user's own question ends this.</summary>
internal sealed class QuietAnswers
{
    private readonly HashSet<string> _entered = new(CaseFolding.Comparer);
    private int _left, _rooms, _users;
    private bool _expectsRoomList, _isInRoomList, _wasEntry;

    public void ExpectEntered(string room) => _entered.Add(room);

    public void ExpectLeft() => _left++;

    public void ExpectRooms() => _rooms++;

    public void ExpectUsers() => _users++;

    public void ExpectRoomList() => _expectsRoomList = true;

    /// <summary>The user asks as well, and sees both answers.</summary>
    public void Typed(ChatCommand command)
    {
        _users = command is ChatCommand.List ? 0 : _users;
        _expectsRoomList &= command is not ChatCommand.Rooms;
    }

    /// <summary>Whether a line, the next of the server, is one of them.</summary>
    public bool Takes(ServerLine line)
    {
        var isTopicOfEntry = _wasEntry && line is ServerLine.Topic;
        _wasEntry = line is ServerLine.RoomEntered && _entered.Remove(line.Room);
        return line switch
        {
            ServerLine.RoomEntered => _wasEntry,
            ServerLine.Topic => isTopicOfEntry,
            ServerLine.RoomLeft => _left > 0 && _left-- > 0,
            ServerLine.RoomsOfReader => _rooms > 0 && _rooms-- > 0,
            ServerLine.Users => _users > 0 && _users-- > 0,
            ServerLine.RoomList => TakesRoomList(line),
            _ => _isInRoomList = false,
        };
    }

    // A head, then lines that name a room, and a last one if there are more pages.
    private bool TakesRoomList(ServerLine line)
    {
        var isHead = line.Room.Length is 0 && line.Text[^1] is ':';
        _isInRoomList = isHead ? _expectsRoomList : _isInRoomList;
        _expectsRoomList &= !isHead;
        return _isInRoomList;
    }
}
