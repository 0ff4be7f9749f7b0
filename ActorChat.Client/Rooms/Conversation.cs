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
    private readonly JoinedRooms _rooms = new();
    private readonly Outbox _outbox = new();
    private readonly CatchUp _catchUp = new();
    private OwnRequests _own = new();
    private string _nick = "";
    private bool _isNumbered, _isAdmitted;

    /// <summary>What is to be sent on this connection.</summary>
    public RequestQueue Requests
    {
        get
        {
            lock (_lock)
                return _own.Queue;
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
                return _own.Returned;
        }
    }

    /// <summary>A new connection begins, and the one before is gone.</summary>
    public void Connect()
    {
        lock (_lock)
        {
            _own = new OwnRequests();
            (_isNumbered, _isAdmitted) = (false, false);
            _outbox.Cut();
            _rooms.ForgetKnown();
            foreach (var room in _rooms.All)
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
            var isQuiet = _own.Quiet.Takes(line);
            List<ConsoleEvent> events = [.. Follow(line, isQuiet, now)];
            if (_rooms.TakeChange())
                events.Add(new ConsoleEvent.RoomsChanged(now, _rooms.Current, _rooms.Names));
            FetchMissing();
            events.AddRange(Announce(_catchUp.TakeReady(IsWhole, now), now));
            return events;
        }
    }

    /// <summary>Notes a line that the user sends. False: it is sent with the requests, as its answer is a page.</summary>
    public bool Send(string line, ChatCommand command)
    {
        lock (_lock)
        {
            _own.Quiet.Typed(command);
            if (command is ChatCommand.Private message)
                _outbox.SentPrivate(line, message);
            if (!_isNumbered)
                return true;
            if (command is ChatCommand.Join join)
                Join(line, join.Room);
            if (command is ChatCommand.Post post && _rooms.DestinationOf(post).Room is var room)
                _outbox.Sent(line, room, post, isTraceable: !_outbox.IsEntering && LastOf(room) is not null);
            return Request.FromTyped(line, command) is not { } request || !_own.Queue.Add(request);
        }
    }

    /// <summary>The room that a message names and that its user is not in, so that the server would say it in the current one; null: none.</summary>
    public string? FindAbsent(ChatCommand command)
    {
        lock (_lock)
            return isPerson && command is ChatCommand.Post { Addressed: { } addressed } ? _rooms.FindAbsent(addressed.Room) : null;
    }

    /// <summary>Whether plain text goes to a room.</summary>
    public bool IsCurrent(string room)
    {
        lock (_lock)
            return _rooms.IsCurrent(room);
    }

    /// <summary>The room that a message goes to, and its text there.</summary>
    public (string Room, string Said) Destination(ChatCommand.Post post)
    {
        lock (_lock)
            return _rooms.DestinationOf(post);
    }

    /// <summary>Asks for what was said in the current room before all that the user has seen of it.</summary>
    /// <returns>False: there is nothing more, or nothing that could be asked.</returns>
    public bool AskOlder()
    {
        lock (_lock)
        {
            if (!_isNumbered || _rooms.Find(_rooms.Current) is not { IsAtBeginning: false } room)
                return false;
            if (!_own.Queue.HasHistory)
                _own.Queue.Add(Request.Older(room));
            return true;
        }
    }

    /// <summary>A page has not come in time. The next line of its room asks again.</summary>
    /// <returns>What was held back for it.</returns>
    public IReadOnlyList<ConsoleEvent> GiveUp(Request request, DateTimeOffset now)
    {
        lock (_lock)
        {
            _own.Queue.Close();
            if (request.Kind is RequestKind.Missed && _rooms.Find(request.Room) is { } room)
                room.Timeline.GiveUp();
            return Announce(_catchUp.Take(), now);
        }
    }

    /// <summary>Takes what was held back until all that was missed is there: it will not be soon.</summary>
    public IReadOnlyList<ConsoleEvent> TakeHeld(DateTimeOffset now)
    {
        lock (_lock)
            return Announce(_catchUp.Take(), now);
    }

    /// <summary>Takes the user's public messages that have had no answer. None while what was missed is still being fetched.</summary>
    public IReadOnlyList<LostLine> TakeLost()
    {
        lock (_lock)
            return _isNumbered && _isAdmitted && IsWhole ? _outbox.TakeLost(_rooms.Contains) : [];
    }

    /// <summary>Takes the user's private messages that have had no answer. The connection is gone.</summary>
    public IReadOnlyList<LostLine> TakeLostPrivate()
    {
        lock (_lock)
            return _outbox.TakePrivate();
    }

    private bool IsWhole => !_own.IsReturning && _rooms.All.All(room => room.Timeline.IsWhole);

    private ConsoleEvent[] Follow(ServerLine line, bool isQuiet, DateTimeOffset now)
    {
        if (!isQuiet && !IsAboutPage(line))
            _outbox.Receive(line);
        switch (line)
        {
            case ServerLine.Public { Number: > 0 } said when _own.Queue.IsWanted(said, LastOf(said.Room)):
                return [Find(said, now)];
            case ServerLine.Public { Number: > 0 } when _own.IsReturning && !_rooms.Contains(line.Room):
                return []; // Of the general room, which the user has left before the connection was lost.
            case ServerLine.Public { Number: > 0 } said:
                return Show(_rooms.Enter(said.Room).Timeline.Add(said.Number, said), now);
            case ServerLine.HistoryEnd or ServerLine.SearchEnd:
                return EndPage(line, now);
            case ServerLine.Welcome welcome:
                Return(welcome.Nick, now);
                break;
            case ServerLine.RoomEntered:
                Resume(_rooms.Enter(line.Room));
                _rooms.Current = isQuiet ? _rooms.Current : line.Room;
                break;
            case ServerLine.RoomLeft left:
                _rooms.Leave(left.Room);
                _own.Queue.Forget(left.Room);
                _rooms.Current = isQuiet ? _rooms.Current : left.Current;
                break;
            case ServerLine.RoomsOfReader rooms:
                _rooms.Synchronize(rooms);
                _own.EndReturn();
                break;
            case ServerLine.RoomList { Room.Length: > 0 }:
                _rooms.Learn(line.Room);
                break;
            case ServerLine.Error or ServerLine.Other:
                _own.Queue.Refuse();
                if (IsAboutPage(line) && _own.Queue.Open is { Typed.Length: > 0 })
                    _own.Queue.Close();
                break;
        }

        return [isQuiet ? new ConsoleEvent.Learned(now, line) : new ConsoleEvent.Received(now, line)];
    }

    // Also a room that does not let the user in exists.
    private void Join(string line, string room)
    {
        _outbox.Entering(line, room);
        if (RoomName.TryParse(room, out var name))
            _rooms.Learn(name.Value);
    }

    // A refused page leaves the user's messages as they are.
    private bool IsAboutPage(ServerLine line) => ServerLineParser.RoomNotIn(line) is { } absent && _own.Queue.Open is { } open
        && CaseFolding.Comparer.Equals(absent, open.Typed.Length > 0 ? open.Typed : open.Room);

    private long? LastOf(string room) => _rooms.Find(room)?.Timeline.Last;

    private ConsoleEvent.Found Find(ServerLine.Public said, DateTimeOffset now)
    {
        var isSearch = _own.Queue.Open is { Kind: RequestKind.Search };
        if (!isSearch && _rooms.Find(said.Room) is { } room)
            room.See(said.Number);
        return new ConsoleEvent.Found(now, said, isSearch);
    }

    private ConsoleEvent[] Show(IReadOnlyList<ServerLine.Public> news, DateTimeOffset now)
    {
        foreach (var said in news)
        {
            _rooms.Find(said.Room)!.See(said.Number);
            if (CaseFolding.Comparer.Equals(said.Nick, _nick))
                _outbox.Echoed(said.Room, said.Said);
        }

        return Announce(_catchUp.Add(news), now);
    }

    private static ConsoleEvent[] Announce(IReadOnlyList<ServerLine.Public> news, DateTimeOffset now) =>
        [.. news.Select(said => new ConsoleEvent.Received(now, said))];

    private ConsoleEvent[] EndPage(ServerLine line, DateTimeOffset now)
    {
        var request = _own.Queue.Close(line);
        if (request is null)
            return [];
        if (request.IsWanted)
            return [EndWanted(request, line, now)];
        if (line is not ServerLine.HistoryEnd end || _rooms.Find(request.Room) is not { } room)
            return [];
        if (request.Kind is RequestKind.Missed)
            return Show(room.Timeline.EndPage(end.Last, end.HasMore), now);

        room.Timeline.Begin(end.Last);
        return [];
    }

    private ConsoleEvent.PageEnded EndWanted(Request request, ServerLine line, DateTimeOffset now)
    {
        if (line is ServerLine.HistoryEnd { HasMore: false } && !request.IsForward && _rooms.Find(line.Room) is { } room)
            room.IsAtBeginning = true;
        return new ConsoleEvent.PageEnded(now, line, request.IsForward);
    }

    // Everybody begins in the general room. Who was in others before the connection was lost enters them again.
    private void Return(string nick, DateTimeOffset now)
    {
        (_nick, _isAdmitted) = (nick, true);
        var wasInGeneral = _rooms.All.Count is 0 || _rooms.Contains(RoomName.General.Value);
        string[] others = [.. _rooms.Names.Where(room => !CaseFolding.Comparer.Equals(room, RoomName.General.Value))];
        _rooms.Current = _rooms.Current.Length is 0 ? RoomName.General.Value : _rooms.Current;
        if (_rooms.All.Count(room => room.Timeline.Last is not null) > 1 && _isNumbered)
            _catchUp.Begin(now);
        if (wasInGeneral)
            Resume(_rooms.Enter(RoomName.General.Value));
        if (isPerson && others.Length > 0)
            _own.EnterAgain(others, _rooms.Current, wasInGeneral);
        if (isPerson && _isNumbered)
            _own.AskNames();
    }

    private void Resume(JoinedRoom room)
    {
        if (!_isNumbered || !isPerson)
            return;
        if (room.Timeline.Last is null)
            _own.Queue.Add(Request.Begin(room.Name));
        else
            room.Timeline.Resume();
    }

    private void FetchMissing()
    {
        foreach (var room in _rooms.All)
        {
            if (room.Timeline.TakeFetch() is { } after)
                _own.Queue.Add(Request.Missed(room.Name, after));
        }
    }
}
