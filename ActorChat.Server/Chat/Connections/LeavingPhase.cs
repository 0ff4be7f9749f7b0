using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Connections;

/// <summary>
/// Leaves the room, and ends the connection when the room has confirmed: the room writes to the socket itself, and the close notice must come
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
        session.Context.LocalRoom.Tell(new LocalRoomCommand.Leave(session.Id, session.Self, Announce: !connection.IsFinishing));
    }

    /// <inheritdoc/>
    public bool TryReceive(object message)
    {
        if (message is not (SessionEvent.Left or LeaveOverdue))
            return message is SessionEvent;
        _timeout.Off();
        _session.Connection.End(_session.Connection.InputEndReason);
        return true;
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
