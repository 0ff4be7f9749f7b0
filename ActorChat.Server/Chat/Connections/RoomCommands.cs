using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>
/// Executes a member's commands about rooms. A room leaves its name out only for members whose current room it is. So the former current room
/// is told first: no line is taken for one of another room.
/// </summary>
/// <param name="session">The member's session.</param>
/// <param name="me">The member's nickname.</param>
/// <param name="afterPending">Runs an action when no command is in flight.</param>
internal sealed class RoomCommands(ClientSession session, Nickname me, Action<Action> afterPending)
{
    // UTF-16 units, as a message is limited in bytes already.
    private const int MaxTopic = 256;

    private const string NoTopic = "-";

    private readonly List<RoomName> _lost = [];
    private (RoomName Room, long Command)? _joining;
    private (RoomName Room, long Command) _leaving;

    private SessionRooms Rooms => session.Rooms;

    /// <summary>Executes a command; false if it does not concern rooms. Nothing may be in flight.</summary>
    public bool TryExecute(ChatCommand command)
    {
        switch (command)
        {
            case ChatCommand.List list:
                Ask(number => new LocalRoomCommand.List(session.Id, number, list.Page));
                return true;
            case ChatCommand.Topic topic:
                OnTopic(topic.Text);
                return true;
            case ChatCommand.Order { IsForServer: false } order:
                Ask(number => new LocalRoomCommand.Order(session.Id, number, order));
                return true;
            case ChatCommand.Rooms rooms:
                session.Connection.Pause();
                session.Context.Rooms.Tell(new RoomsCommand.List(session.Self, session.Begin(), rooms.Page));
                return true;
            case ChatCommand.Join join:
                Join(join.Room);
                return true;
            case ChatCommand.Part part:
                Part(part.Room);
                return true;
            case ChatCommand.Focus { Room: "" }:
                Send(CurrentRoom());
                return true;
            case ChatCommand.Focus focus:
                Focus(focus.Room);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Handles the answer to a join; false if it comes after its time limit.</summary>
    public bool TryReceive(SessionEvent.Joined joined)
    {
        if (!session.TryComplete(joined.Command))
            return false;
        _joining = null;
        Rooms.Add(new JoinedRoom(joined.Room, joined.LocalRoom));
        return true;
    }

    /// <summary>Handles the answer to a part; false if it comes after its time limit, or was not awaited.</summary>
    public bool TryReceive(SessionEvent.Left left)
    {
        if (left.Room != _leaving.Room || !session.TryComplete(_leaving.Command))
        {
            OnPutOut(left.Room);
            return false;
        }

        if (!Rooms.TryRemove(left.Room, out var wasCurrent))
            return true;
        var answer = new ChatEvent.RoomLeft(left.Room.Value, Rooms.Current?.Name.Value ?? "");
        if (wasCurrent && Rooms.Count > 0)
            TellFocus(isCurrent: true, answer);
        else
            Send(answer);
        return true;
    }

    /// <summary>Takes leave of rooms that the user was put out of, when they have answered all that was on the way to them.</summary>
    public void LeaveLostRooms()
    {
        if (_lost.Count == 0 || session.PendingCount > 0)
            return;
        foreach (var room in _lost)
            session.Leave(room);
        _lost.Clear();
    }

    // What is typed next was meant for that room: it must not go to another one.
    private void OnPutOut(RoomName room)
    {
        if (!Rooms.All.Any(joined => joined.Name == room))
            return;
        var mustChoose = Rooms.Lose(room);
        _lost.Add(room);
        Send(new ChatEvent.RoomLeft(room.Value, Rooms.Current?.Name.Value ?? "", mustChoose));
        LeaveLostRooms();
    }

    /// <summary>Notes that a command was refused, which may have been a join.</summary>
    public void OnRejected(long command, RejectReason reason)
    {
        if (_joining?.Command != command)
            return;
        _joining = null;
        if (reason == RejectReason.TooManyRooms)
            session.Connection.Report(Limit.MaxRooms);
        TellFocus(isCurrent: true);
    }

    /// <summary>Takes back a join that was not answered in time.</summary>
    public void OnOverdue()
    {
        if (_joining is not { } join)
            return;
        session.Leave(join.Room);
        OnRejected(join.Command, RejectReason.TimedOut);
    }

    private void Ask(Func<long, LocalRoomCommand> question)
    {
        if (Rooms.Current is not { } room)
        {
            Send(Rooms.Absence);
            return;
        }

        session.Connection.Pause();
        room.LocalRoom.Tell(question(session.Begin()));
    }

    private void OnTopic(string text)
    {
        if (text.Length > MaxTopic)
            Reject(RejectReason.TopicTooLong);
        else
            Ask(number => new LocalRoomCommand.Topic(session.Id, number, text is "" ? null : text is NoTopic ? "" : text));
    }

    private void Join(string typed)
    {
        if (Rooms.TryFind(typed, out _))
        {
            Focus(typed);
        }
        else if (!RoomName.TryParse(typed, out var room) || ReservedNicknames.Contains(room.AsNickname))
        {
            Reject(RejectReason.RoomInvalid);
        }
        else if (Rooms.Count >= session.Context.MaxRoomsPerUser)
        {
            session.Connection.Report(Limit.MaxRoomsPerUser);
            Reject(RejectReason.TooManyRoomsPerUser);
        }
        else
        {
            TellFocus(isCurrent: false);
            afterPending(() => Enter(room));
        }
    }

    private void Enter(RoomName room)
    {
        session.Connection.Pause();
        _joining = (room, session.Join(room, me, isLogin: false));
    }

    private void Part(string typed)
    {
        var room = Rooms.Current;
        if (room is null)
        {
            Send(Rooms.Absence);
        }
        else if (typed.Length > 0 && !Rooms.TryFind(typed, out room))
        {
            Reject(RejectReason.NotInRoom, typed);
        }
        else
        {
            session.Connection.Pause();
            _leaving = (room.Name, session.Begin());
            session.Leave(room.Name);
        }
    }

    private void Focus(string typed)
    {
        if (!Rooms.TryFind(typed, out var room))
        {
            Reject(RejectReason.NotInRoom, typed);
            return;
        }

        TellFocus(isCurrent: false);
        afterPending(() =>
        {
            Rooms.Focus(room);
            TellFocus(isCurrent: true, CurrentRoom());
        });
    }

    // Tells the current room, if there is one.
    private void TellFocus(bool isCurrent, ChatEvent? answer = null)
    {
        if (Rooms.Current is not { } room)
            return;
        if (session.Dialect.NamesRooms)
        {
            if (answer is not null)
                Send(answer);
            return;
        }

        session.Connection.Pause();
        room.LocalRoom.Tell(new LocalRoomCommand.Focus(session.Id, session.Begin(), isCurrent, answer));
    }

    private ChatEvent.CurrentRoom CurrentRoom() => new(Rooms.Current?.Name.Value ?? "", Rooms.Names);

    private void Reject(RejectReason reason, string subject = "") => Send(new ChatEvent.Rejected(reason, subject));

    private void Send(ChatEvent answer) => session.Send(answer);
}
