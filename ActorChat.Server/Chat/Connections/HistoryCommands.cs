using ActorChat.Server.Storage.History;
using ActorChat.Server.Transport;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>Executes a member's requests for the past of its rooms, one at a time.</summary>
internal sealed class HistoryCommands(ClientSession session)
{
    private Question? _asked;

    private ChatContext Context => session.Context;

    /// <summary>Executes a command; false if it does not concern history. Nothing may be in flight.</summary>
    public bool TryExecute(ChatCommand command)
    {
        switch (command)
        {
            case ChatCommand.History { Room: "" } when session.Rooms.Current is null:
                session.Send(session.Rooms.Absence);
                return true;
            case ChatCommand.History { Room: "" } history:
                Ask(session.Rooms.Current!, history);
                return true;
            case ChatCommand.History history when session.Rooms.TryFind(history.Room, out var room):
                Ask(room, history);
                return true;
            case ChatCommand.History history:
                session.Send(new ChatEvent.Rejected(RejectReason.NotInRoom, history.Room));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Sends the answer; false if it comes after its time limit.</summary>
    public bool TryReceive(HistoryEvent answer) => answer switch
    {
        HistoryEvent.Page page => TrySend(page.Request, asked => new ChatEvent.HistoryPage(
            asked.Room.Name.Value,
            asked.Room == session.Rooms.Current,
            asked.IsForward,
            [.. page.Messages.Select(message => ChatEvent.MessagePosted.From(message, asked.Room.Name.Value))],
            page.HasMore)),
        HistoryEvent.NotRead refused => TrySend(refused.Request, _ => new ChatEvent.Rejected(
            refused.Reason == NotReadReason.Busy ? RejectReason.HistoryBusy : RejectReason.HistoryUnavailable)),
        _ => false,
    };

    private void Ask(JoinedRoom room, ChatCommand.History history)
    {
        session.Connection.Pause();
        var command = session.Begin();
        _asked = new Question(command, room, history.IsForward);
        Context.History.Tell(new HistoryCommand.Read(
            room.Name.Casefolded,
            new HistoryPosition(history.Number, history.IsForward),
            history.Count,
            session.Self,
            command,
            Context.Connections.Clock.Now() + Context.Connections.AnswerTimeout));
    }

    private bool TrySend(long command, Func<Question, ChatEvent> answer)
    {
        if (_asked is not { } asked || asked.Command != command || !session.TryComplete(command))
            return false;
        session.Send(answer(asked));
        return true;
    }

    private sealed record Question(long Command, JoinedRoom Room, bool IsForward);
}
