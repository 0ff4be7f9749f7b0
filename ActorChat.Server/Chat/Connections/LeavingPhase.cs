using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Framing;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.History;
using ActorChat.Server.Storage.Search;
using ActorChat.Server.Transport;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Connections;

/// <summary>
/// Leaves the rooms, and ends the connection when all have confirmed: rooms write to the socket themselves, and the close notice must come
/// last.
/// </summary>
internal sealed class LeavingPhase : IConnectionPhase
{
    private readonly ClientSession _session;
    private ActorTimer _timeout;

    public LeavingPhase(ClientSession session)
    {
        _session = session;
        var (connection, settings) = (session.Connection, session.Context.Connections);
        connection.PrepareEnd();
        _timeout.Set(settings.Clock.Now() + settings.AnswerTimeout, settings.Clock, session.Self, LeaveOverdue.Instance);

        // Frees the nickname before anybody reads that its user has left.
        session.Context.Nicknames.Tell(new NicknameCommand.Release(session.Id));
        var kind = connection.IsFinishing ? PartKind.Unannounced : PartKind.Disconnected;
        foreach (var room in session.Rooms.All)
            room.LocalRoom.Tell(new LocalRoomCommand.Leave(session.Id, session.Self, kind));
        if (session.Rooms.Count == 0)
            session.Self.Tell(LeaveOverdue.Instance);
    }

    /// <inheritdoc/>
    public bool TryReceive(object message)
    {
        switch (message)
        {
            case SessionEvent.Left left:
                _session.Rooms.TryRemove(left.Room, out _);
                if (_session.Rooms.Count == 0)
                    End();
                return true;
            case LeaveOverdue:
                End();
                return true;
            default:
                return message is SessionEvent or HistoryEvent or SearchEvent or NicknameEvent or AccountEvent or AccountStoreEvent;
        }
    }

    private void End()
    {
        _timeout.Off();
        _session.Connection.End(_session.Connection.InputEndReason);
    }

    /// <inheritdoc/>
    public void OnMessage(Frame message)
    {
    }

    /// <inheritdoc/>
    public void OnInputEnded()
    {
    }

    /// <inheritdoc/>
    public void OnAnswerOverdue()
    {
    }

    private sealed class LeaveOverdue : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly LeaveOverdue Instance = new();
    }
}
