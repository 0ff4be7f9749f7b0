using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Framing;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.History;
using ActorChat.Server.Storage.Search;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>
/// Executes a member's commands. Stops reading while too many are in flight, so that TCP slows the sender down. Public messages are
/// pipelined; any other command runs alone, so that commands take effect in the order typed.
/// </summary>
internal sealed class ChatPhase : IConnectionPhase
{
    private readonly ClientSession _session;
    private readonly Nickname _me;
    private readonly Action<IConnectionPhase> _become;
    private readonly GhostCheck _ghostCheck;
    private readonly RoomCommands _rooms;
    private readonly HistoryCommands _history;
    private readonly AccountCommands _accounts;
    private readonly SearchCommands _searches;
    private readonly HashSet<RoomName> _unreleased = [];
    private Action? _afterPending;
    private JoinedRoom? _postedIn;
    private bool _hasWaitedForOthers;

    public ChatPhase(ClientSession session, Nickname me, Action<IConnectionPhase> become)
    {
        (_session, _me, _become) = (session, me, become);
        _ghostCheck = new GhostCheck(session);
        _rooms = new RoomCommands(session, me, AfterPending);
        _history = new HistoryCommands(session);
        _accounts = new AccountCommands(session, me);
        _searches = new SearchCommands(session);
    }

    private Connection Connection => _session.Connection;

    private ChatContext Context => _session.Context;

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
            case AccountStoreEvent happened:
                OnAccountStoreEvent(happened);
                return true;
            case AccountEvent done when _accounts.TryReceive(done):
                OnAnswered();
                return true;
            case HistoryEvent page when _history.TryReceive(page):
                OnAnswered();
                return true;
            case SearchEvent found when _searches.TryReceive(found):
                OnAnswered();
                return true;
            case AccountEvent or HistoryEvent or SearchEvent:
                // Ignores replies after their time limit.
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
        if (_session.TryGetText(message, out var text))
            Execute(_session.Parse(text, _session.Dialect.Parse));
    }

    /// <inheritdoc/>
    /// <remarks>While the server stops, a member stays to receive what others have sent before.</remarks>
    public void OnInputEnded() => AfterPending(Connection.IsFinishing && Connection.Stats.EndReason is null && !_hasWaitedForOthers ? WaitForOthers : Leave);

    /// <inheritdoc/>
    public void OnAnswerOverdue()
    {
        var wasOverdue = _session.DropOverdue(() =>
        {
            Connection.Report(Limit.CommandTimeout);
            _session.Send(new ChatEvent.Rejected(RejectReason.TimedOut));
        });
        if (wasOverdue)
            _rooms.OnOverdue();
        OnAnswered();
    }

    private void OnSessionEvent(SessionEvent happened)
    {
        switch (happened)
        {
            case SessionEvent.Accepted accepted when _session.TryAccept(accepted.First, accepted.Last):
                OnAnswered();
                break;
            case SessionEvent.Answered answered when _session.TryComplete(answered.Command):
                _session.Send(answered.Answer);
                OnAnswered();
                break;
            case SessionEvent.Rejected rejected when _session.TryComplete(rejected.Command):
                _session.Send(rejected.Told);
                _rooms.OnRejected(rejected.Command, rejected.Reason);
                OnAnswered();
                break;
            case SessionEvent.ReaderCheck:
                Connection.ProbeReader();
                break;
            case SessionEvent.Joined joined when _rooms.TryReceive(joined):
                _session.Confirm();
                OnAnswered();
                break;
            case SessionEvent.Left left when _rooms.TryReceive(left):
                OnAnswered();
                break;
            case SessionEvent.Released released:
                OnReleased(released.Room);
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
                _session.Send(new ChatEvent.PrivateReceived(message.From.Value, message.Text));
                message.Sender.Tell(new NicknameEvent.PrivateDelivered(message.Command, message.To, message.Text));
                break;
            case NicknameEvent.PrivateDelivered delivered when _session.TryComplete(delivered.Command):
                _session.Send(new ChatEvent.PrivateSent(delivered.To, delivered.Text));
                OnAnswered();
                break;
            case NicknameEvent.Announced announced:
                _session.Send(announced.What);
                break;
            case NicknameEvent.PutOff off:
                _session.BePutOff(off.Why);
                Leave();
                break;
            case NicknameEvent.NotConnected absent when _session.TryComplete(absent.Command):
                _session.Send(new ChatEvent.Rejected(RejectReason.NotConnected, absent.To));
                OnAnswered();
                break;
            case NicknameEvent.Displaced:
                _session.BeDisplaced();
                Leave();
                break;
            default:
                // Ignores replies after their time limit.
                break;
        }
    }

    private void OnAccountStoreEvent(AccountStoreEvent happened)
    {
        switch (happened)
        {
            case AccountStoreEvent.Waiting waiting:
                WaitingDelivery.Write(_session, waiting.Messages);
                break;
            case AccountStoreEvent.Kept kept when _session.TryComplete(kept.Request):
                _session.Send(kept.Result switch
                {
                    KeepResult.Kept => new ChatEvent.PrivateKept(kept.Recipient),
                    KeepResult.Full => new ChatEvent.Rejected(RejectReason.TooManyWaiting, kept.Recipient),
                    _ => new ChatEvent.Rejected(RejectReason.NotConnected, kept.Recipient),
                });
                OnAnswered();
                break;
            case AccountStoreEvent.Failed failed when _session.TryComplete(failed.Request):
                _session.Send(new ChatEvent.Rejected(RejectReason.PrivateNotKept));
                OnAnswered();
                break;
            default:
                // Ignores replies after their time limit.
                break;
        }
    }

    private void Execute(ChatCommand command)
    {
        if (command is ChatCommand.In inRoom)
            ExecuteIn(inRoom);
        else if (command is not ChatCommand.Post post)
            AfterPending(() => ExecuteAlone(command));
        else if (post.Addressed is { } addressed && _session.Rooms.TryFind(addressed.Room, out var other))
            Post(other, addressed.Text);
        else if (_session.Rooms.Current is { } current)
            Post(current, post.Text, otherRoom: post.Addressed is { Room: var named } && Context.RoomNames.Contains(named) ? named : null);
        else
            _session.Send(_session.Rooms.Absence);
    }

    private void ExecuteIn(ChatCommand.In command)
    {
        if (!_session.Rooms.TryFind(command.Room, out var room))
        {
            _session.Send(new ChatEvent.Rejected(RejectReason.NotInRoom, command.Room));
        }
        else if (command.What is ChatCommand.Post { Addressed: null } post)
        {
            Post(room, post.Text, post.Mark);
        }
        else
        {
            AfterPending(() =>
            {
                _session.Rooms.Focus(room);
                Execute(command.What);
            });
        }
    }

    private void Post(JoinedRoom room, string text, string? mark = null, string? otherRoom = null)
    {
        // Posts in another room wait: an answer completes consecutive commands of one room.
        if (_session.PendingCount > 0 && room != _postedIn)
        {
            AfterPending(() => Post(room, text, mark, otherRoom));
            return;
        }

        _postedIn = room;
        Connection.Stats.Messages++;
        room.LocalRoom.Tell(new LocalRoomCommand.Post(_session.Id, _session.Begin(), text) { Mark = mark, OtherRoom = otherRoom });
        if (_session.PendingCount < Context.MaxUnconfirmed)
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
                Context.Nicknames.Tell(new NicknameCommand.SendPrivate(_session.Begin(), _me, message.To, message.Text, _session.Self));
                break;
            case ChatCommand.Account account:
                _accounts.Execute(account);
                break;
            case ChatCommand.Search search:
                _searches.Execute(search);
                break;
            case ChatCommand.Order { IsForServer: true } order:
                Connection.Pause();
                Context.ServerModeration.Tell(new ServerModerationCommand.Order(
                    _session.Self, _session.Id, _session.Begin(), _me, _session.Account, _session.Address.ToString(), order));
                break;
            case ChatCommand.Quit:
                Connection.CloseNotice = _session.Write(new ChatEvent.Goodbye(_me.Value));
                Connection.Stats.EndReason = Context.Connections.Texts.EndedByQuit;
                Leave();
                break;
            default:
                if (_rooms.TryExecute(command) || _history.TryExecute(command))
                    break;
                if (_session.AnswerTo(command, _me.Value) is { } answer)
                    _session.Send(answer);
                else
                    _session.Confirm();
                break;
        }
    }

    private void AfterPending(Action action)
    {
        if (_session.PendingCount == 0)
        {
            action();
            return;
        }

        _afterPending = _session.Later(action);
        Connection.Pause();
    }

    private void OnAnswered()
    {
        _rooms.LeaveLostRooms();
        if (_afterPending is { } action)
        {
            if (_session.PendingCount > 0)
                return;
            _afterPending = null;
            action();
            if (_session.PendingCount > 0)
                return;
        }

        if (_unreleased.Count == 0 && _session.PendingCount < Context.MaxUnconfirmed)
            Connection.Resume();
    }

    private void WaitForOthers()
    {
        _hasWaitedForOthers = true;
        Connection.Pause();
        foreach (var room in _session.Rooms.All)
        {
            _unreleased.Add(room.Name);
            room.LocalRoom.Tell(new LocalRoomCommand.Finish(_session.Id));
        }

        ResumeIfReleased();
    }

    private void OnReleased(RoomName room)
    {
        _unreleased.Remove(room);
        ResumeIfReleased();
    }

    private void ResumeIfReleased()
    {
        if (_unreleased.Count == 0)
            Connection.Resume();
    }

    private void Leave()
    {
        Connection.ExplainStop();
        _become(new LeavingPhase(_session));
    }
}
