using ActorChat.Client.Consoles;

namespace ActorChat.Client.Rooms;

/// <summary>
/// Follows the user's rooms over all connections: what is news and in which order, what is missing, which of the user's messages arrived.
/// Knows no network; <see cref="RequestLoop"/> sends what it wants to know.
/// </summary>
/// <remarks>Used by both directions of a connection at once.</remarks>
/// <param name="isPerson">Whether names are to be learned for completion, and the rooms entered again after a loss.</param>
internal sealed class Conversation(bool isPerson)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, JoinedRoom> _rooms = new(CaseFolding.Comparer);
    private readonly Outbox _outbox = new();
    private readonly HashSet<string> _entering = new(CaseFolding.Comparer);
    private RequestQueue _requests = new();
    private QuietAnswers _quiet = new();
    private TaskCompletionSource? _returning;
    private string _nick = "", _current = "";
    private (string Current, int Count) _announced = ("", 0);
    private bool _isNumbered, _isAdmitted;

    /// <summary>What is to be sent on this connection.</summary>
    public RequestQueue Requests
    {
        get
        {
            lock (_lock)
                return _requests;
        }
    }

    /// <summary>Whether the server sends the user's own messages back.</summary>
    public bool IsNumbered
    {
        get
        {
            lock (_lock)
                return _isNumbered;
        }
    }

    /// <summary>Completes when the user is in its rooms again. Until then a message would go to another one.</summary>
    public Task Returned
    {
        get
        {
            lock (_lock)
                return _returning?.Task ?? Task.CompletedTask;
        }
    }

    /// <summary>A new connection begins, and the one before is gone.</summary>
    public void Connect()
    {
        lock (_lock)
        {
            (_requests, _quiet) = (new RequestQueue(), new QuietAnswers());
            (_isNumbered, _isAdmitted, _returning) = (false, false, null);
            _outbox.Cut();
            _entering.Clear();
            foreach (var room in _rooms.Values)
                room.Timeline.Cut();
        }
    }

    /// <summary>The server numbers public messages on this connection.</summary>
    public void UseNumbers()
    {
        lock (_lock)
            _isNumbered = true;
    }

    /// <summary>Takes the next line of the server; gives what is to be shown.</summary>
    public IReadOnlyList<ConsoleEvent> Receive(ServerLine line, DateTimeOffset now)
    {
        lock (_lock)
        {
            var isQuiet = _quiet.Takes(line);
            List<ConsoleEvent> events = [.. Follow(line, isQuiet, now)];
            if ((_current, _rooms.Count) != _announced)
                events.Add(new ConsoleEvent.RoomsChanged(now, _current, [.. _rooms.Values.Select(room => room.Name)]));
            _announced = (_current, _rooms.Count);
            FetchMissing();
            return events;
        }
    }

    /// <summary>Notes a line that the user sends. False: it is sent with the requests, as its answer is a page.</summary>
    /// <remarks>A message to a room of which nothing is known yet could not be found again, so it is never called lost.</remarks>
    public bool Send(string line, ChatCommand command)
    {
        lock (_lock)
        {
            _quiet.Typed(command);
            if (!_isNumbered)
                return true;
            if (command is ChatCommand.Join join && RoomName.TryParse(join.Room, out var entering))
                _entering.Add(entering.Value);
            if (command is ChatCommand.Post post && _entering.Count is 0 && LastOf(DestinationOf(post).Room) is not null)
                _outbox.Sent(line, DestinationOf(post).Room, post);
            return Request.FromTyped(line, command) is not { } request || !_requests.Add(request);
        }
    }

    /// <summary>The room that a message goes to, and its text there.</summary>
    public (string Room, string Said) Destination(ChatCommand.Post post)
    {
        lock (_lock)
            return DestinationOf(post);
    }

    /// <summary>Asks for what was said in the current room before all that the user has seen of it.</summary>
    /// <returns>False: there is nothing more, or nothing that could be asked.</returns>
    public bool AskOlder()
    {
        lock (_lock)
        {
            if (!_isNumbered || !_rooms.TryGetValue(_current, out var room) || room.IsAtBeginning)
                return false;
            if (!_requests.HasHistory)
                _requests.Add(Request.Older(room));
            return true;
        }
    }

    /// <summary>A page has not come in time. The next line of its room asks again.</summary>
    public void GiveUp(Request request)
    {
        lock (_lock)
        {
            _requests.Close();
            if (request.Kind is RequestKind.Missed && _rooms.TryGetValue(request.Room, out var room))
                room.Timeline.GiveUp();
        }
    }

    /// <summary>Takes the user's lines that did not arrive. None while what was missed is still being fetched.</summary>
    public IReadOnlyList<string> TakeLost()
    {
        lock (_lock)
            return _isNumbered && _isAdmitted && _returning is null && _rooms.Values.All(room => room.Timeline.IsWhole) ? _outbox.TakeLost() : [];
    }

    private ConsoleEvent[] Follow(ServerLine line, bool isQuiet, DateTimeOffset now)
    {
        switch (line)
        {
            case ServerLine.Public { Number: > 0 } said when _requests.IsWanted(said, LastOf(said.Room)):
                return [Find(said, now)];
            case ServerLine.Public { Number: > 0 } when _returning is not null && !_rooms.ContainsKey(line.Room):
                return []; // Of the general room, which the user has left before the connection was lost.
            case ServerLine.Public { Number: > 0 } said:
                return Show(Enter(said.Room).Timeline.Add(said.Number, said), now);
            case ServerLine.HistoryEnd or ServerLine.SearchEnd:
                return EndPage(line, now);
            case ServerLine.Welcome welcome:
                Return(welcome.Nick);
                break;
            case ServerLine.RoomEntered:
                Resume(Enter(line.Room));
                _current = isQuiet ? _current : line.Room;
                _entering.Remove(line.Room);
                break;
            case ServerLine.RoomLeft left:
                _rooms.Remove(left.Room);
                _requests.Forget(left.Room);
                _current = isQuiet ? _current : left.Current;
                break;
            case ServerLine.RoomsOfReader rooms:
                Synchronize(rooms);
                break;
            case ServerLine.Error or ServerLine.Other:
                _requests.Refuse();
                if (ServerLineParser.RoomNotIn(line) is { } absent && CaseFolding.Comparer.Equals(_requests.Open?.Typed, absent))
                    _requests.Close();
                break;
        }

        return [isQuiet ? new ConsoleEvent.Learned(now, line) : new ConsoleEvent.Received(now, line)];
    }

    private (string Room, string Said) DestinationOf(ChatCommand.Post post) =>
        post.Addressed is { } addressed && _rooms.TryGetValue(addressed.Room, out var room) ? (room.Name, addressed.Text) : (_current, post.Text);

    private long? LastOf(string room) => _rooms.TryGetValue(room, out var joined) ? joined.Timeline.Last : null;

    private JoinedRoom Enter(string name) =>
        _rooms.TryGetValue(name, out var room) ? room : _rooms[name] = new JoinedRoom(name);

    private ConsoleEvent.Found Find(ServerLine.Public said, DateTimeOffset now)
    {
        var isSearch = _requests.Open is { Kind: RequestKind.Search };
        if (!isSearch && _rooms.TryGetValue(said.Room, out var room))
            room.See(said.Number);
        return new ConsoleEvent.Found(now, said, isSearch);
    }

    private ConsoleEvent[] Show(IReadOnlyList<ServerLine.Public> news, DateTimeOffset now)
    {
        foreach (var said in news)
        {
            _rooms[said.Room].See(said.Number);
            if (CaseFolding.Comparer.Equals(said.Nick, _nick))
                _outbox.Echoed(said.Room, said.Said);
        }

        return [.. news.Select(said => new ConsoleEvent.Received(now, said))];
    }

    private ConsoleEvent[] EndPage(ServerLine line, DateTimeOffset now)
    {
        var request = _requests.Close(line);
        if (request is null)
            return [];
        if (request.IsWanted)
            return [EndWanted(request, line, now)];
        if (line is not ServerLine.HistoryEnd end || !_rooms.TryGetValue(request.Room, out var room))
            return [];
        if (request.Kind is RequestKind.Missed)
            return Show(room.Timeline.EndPage(end.Last, end.HasMore), now);

        room.Timeline.Begin(end.Last);
        return [];
    }

    private ConsoleEvent.PageEnded EndWanted(Request request, ServerLine line, DateTimeOffset now)
    {
        if (line is ServerLine.HistoryEnd { HasMore: false } && !request.IsForward && _rooms.TryGetValue(line.Room, out var room))
            room.IsAtBeginning = true;
        return new ConsoleEvent.PageEnded(now, line, request.IsForward);
    }

    // Everybody begins in the general room. Who was in others before the connection was lost enters them again.
    private void Return(string nick)
    {
        (_nick, _isAdmitted) = (nick, true);
        var wasInGeneral = _rooms.Count is 0 || _rooms.ContainsKey(RoomName.General.Value);
        var others = _rooms.Values.Where(room => !CaseFolding.Comparer.Equals(room.Name, RoomName.General.Value)).ToArray();
        _current = _current.Length is 0 ? RoomName.General.Value : _current;
        if (wasInGeneral)
            Resume(Enter(RoomName.General.Value));
        if (isPerson && others.Length > 0)
            EnterAgain(others, wasInGeneral);
        if (isPerson && _isNumbered)
            AskNames();
    }

    // The current room comes last, as it is chosen by that. The list of rooms tells at the end which of them took us.
    private void EnterAgain(IReadOnlyList<JoinedRoom> others, bool wasInGeneral)
    {
        _returning = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var room in others.OrderBy(room => CaseFolding.Comparer.Equals(room.Name, _current)))
        {
            _quiet.ExpectEntered(room.Name);
            _requests.Add(new Request($"/entrar {room.Name}"));
        }

        if (!wasInGeneral)
        {
            _quiet.ExpectLeft();
            _requests.Add(new Request($"/dejar {RoomName.General.Value}"));
        }

        if (CaseFolding.Comparer.Equals(_current, RoomName.General.Value))
        {
            _quiet.ExpectRooms();
            _requests.Add(new Request($"/sala {_current}"));
        }

        _quiet.ExpectRooms();
        _requests.Add(new Request("/sala"));
    }

    private void AskNames()
    {
        _quiet.ExpectUsers();
        _requests.Add(new Request("/listar"));
        _quiet.ExpectRoomList();
        _requests.Add(new Request("/salas"));
    }

    private void Resume(JoinedRoom room)
    {
        if (!_isNumbered || !isPerson)
            return;
        if (room.Timeline.Last is null)
            _requests.Add(Request.Begin(room.Name));
        else
            room.Timeline.Resume();
    }

    private void Synchronize(ServerLine.RoomsOfReader rooms)
    {
        _current = rooms.Room;
        _returning?.TrySetResult();
        _returning = null;
        foreach (var gone in _rooms.Keys.Except(rooms.Rooms, CaseFolding.Comparer).ToArray())
            _rooms.Remove(gone);
        foreach (var room in rooms.Rooms)
            Enter(room);
    }

    private void FetchMissing()
    {
        foreach (var room in _rooms.Values)
        {
            if (room.Timeline.TakeFetch() is { } after)
                _requests.Add(Request.Missed(room.Name, after));
        }
    }
}
