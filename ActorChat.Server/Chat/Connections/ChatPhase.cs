using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>
/// Executes a member's commands. Stops reading while too many are in flight, so that TCP slows the sender down. Public messages are
/// pipelined; any other command runs alone, so that commands take effect in the order typed.
/// </summary>
internal sealed class ChatPhase(ClientSession session, Nickname me, Action<IConnectionPhase> become) : IConnectionPhase
{
    private readonly GhostCheck _ghostCheck = new(session);
    private Action? _afterPending;
    private bool _isWaitingForOthers;
    private bool _hasWaitedForOthers;

    private Connection Connection => session.Connection;

    private ChatContext Context => session.Context;

    /// <inheritdoc/>
    public bool TryReceive(object message)
    {
        switch (message)
        {
            case SessionEvent happened:
                OnSessionEvent(happened);
                return true;
            case NicknameEvent happened:
                OnNicknameEvent(happened);
                return true;
            case GhostCommand command:
                _ghostCheck.Receive(command);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public void OnMessage(Frame message)
    {
        if (session.TryGetText(message, out var text))
            Execute(Context.Dialect.Parse(text));
    }

    /// <inheritdoc/>
    /// <remarks>While the server stops, a member stays to receive what others have sent before.</remarks>
    public void OnInputEnded() => AfterPending(Connection.IsFinishing && Connection.Stats.EndReason is null && !_hasWaitedForOthers ? WaitForOthers : Leave);

    /// <inheritdoc/>
    public void OnAnswerOverdue()
    {
        for (var overdue = session.TakeOverdue(); overdue > 0; overdue--)
        {
            Connection.Report(Limit.CommandTimeout);
            session.Send(new ChatEvent.Rejected(RejectReason.TimedOut));
        }

        OnAnswered();
    }

    private void OnSessionEvent(SessionEvent happened)
    {
        switch (happened)
        {
            case SessionEvent.Accepted accepted when session.TryComplete(accepted.First, accepted.Last):
                OnAnswered();
                break;
            case SessionEvent.Rejected rejected when session.TryComplete(rejected.Command):
                session.Send(new ChatEvent.Rejected(rejected.Reason));
                OnAnswered();
                break;
            case SessionEvent.ReaderCheck:
                Connection.ProbeReader();
                break;
            case SessionEvent.Released:
                _isWaitingForOthers = false;
                Connection.Resume();
                break;
            default:
                // Ignores replies after their time limit.
                break;
        }
    }

    private void OnNicknameEvent(NicknameEvent happened)
    {
        switch (happened)
        {
            case NicknameEvent.PrivateMessage message:
                session.Send(new ChatEvent.PrivateReceived(message.From.Value, message.Text));
                message.Sender.Tell(new NicknameEvent.PrivateDelivered(message.Command, message.To, message.Text));
                break;
            case NicknameEvent.PrivateDelivered delivered when session.TryComplete(delivered.Command):
                session.Send(new ChatEvent.PrivateSent(delivered.To, delivered.Text));
                OnAnswered();
                break;
            case NicknameEvent.NotConnected absent when session.TryComplete(absent.Command):
                session.Send(new ChatEvent.Rejected(RejectReason.NotConnected, absent.To));
                OnAnswered();
                break;
            default:
                // Ignores replies after their time limit.
                break;
        }
    }

    private void Execute(ChatCommand command)
    {
        if (command is ChatCommand.Post post)
            Post(post.Text);
        else
            AfterPending(() => ExecuteAlone(command));
    }

    private void Post(string text)
    {
        Connection.Stats.Messages++;
        Context.LocalRoom.Tell(new LocalRoomCommand.Post(session.Id, session.Begin(), text));
        if (session.PendingCount < Context.MaxUnconfirmed)
            return;
        Connection.Report(Limit.MaxUnconfirmed);
        Connection.Pause();
    }

    private void ExecuteAlone(ChatCommand command)
    {
        switch (command)
        {
            case ChatCommand.Private message:
                Connection.Stats.Messages++;
                Connection.Pause();
                Context.Nicknames.Tell(new NicknameCommand.SendPrivate(session.Begin(), me, message.To, message.Text, session.Self));
                break;
            case ChatCommand.List list:
                Connection.Pause();
                Context.LocalRoom.Tell(new LocalRoomCommand.List(session.Id, session.Begin(), list.Page));
                break;
            case ChatCommand.Quit:
                Connection.CloseNotice = session.Write(new ChatEvent.Goodbye(me.Value));
                Connection.Stats.EndReason = Context.Connections.Texts.EndedByQuit;
                Leave();
                break;
            default:
                if (session.AnswerTo(command, me.Value) is { } answer)
                    session.Send(answer);
                break;
        }
    }

    private void AfterPending(Action action)
    {
        if (session.PendingCount == 0)
        {
            action();
            return;
        }

        _afterPending = action;
        Connection.Pause();
    }

    private void OnAnswered()
    {
        if (_afterPending is { } action)
        {
            if (session.PendingCount > 0)
                return;
            _afterPending = null;
            action();
            if (session.PendingCount > 0)
                return;
        }

        if (!_isWaitingForOthers && session.PendingCount < Context.MaxUnconfirmed)
            Connection.Resume();
    }

    private void WaitForOthers()
    {
        _isWaitingForOthers = _hasWaitedForOthers = true;
        Connection.Pause();
        Context.LocalRoom.Tell(new LocalRoomCommand.Finish(session.Id));
    }

    private void Leave()
    {
        Connection.ExplainStop();
        become(new LeavingPhase(session));
    }
}
