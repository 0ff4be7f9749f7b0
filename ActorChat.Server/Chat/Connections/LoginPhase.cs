using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>Asks for a nickname, claims it, and joins the room. Reads nothing while a reply is pending.</summary>
internal sealed class LoginPhase(ClientSession session, Action<IConnectionPhase> become) : IConnectionPhase
{
    private Nickname _nickname;
    private IActorRef _holder = ActorRefs.Nobody;
    private long _command;
    private bool _mayReclaim;
    private int _refusals;

    private Connection Connection => session.Connection;

    private ChatContext Context => session.Context;

    /// <inheritdoc/>
    public bool TryReceive(object message)
    {
        switch (message)
        {
            case NicknameEvent.Claimed claimed when IsAnswer(claimed.Command):
                Join();
                return true;
            case NicknameEvent.Taken taken when IsAnswer(taken.Command):
                OnTaken(taken.Holder);
                return true;
            case SessionEvent.Joined joined when IsAnswer(joined.Command):
                OnJoined(joined);
                return true;
            case SessionEvent.Rejected rejected when IsAnswer(rejected.Command):
                CancelLogin(rejected.Reason);
                return true;
            case GhostEvent ghost when !_holder.IsNobody():
                OnHolderKnown(ghost);
                return true;
            case GhostCommand.ReclaimNickname claim:
                // Answers at once: a client that logs in right now is no ghost.
                claim.From.Tell(GhostEvent.HolderAlive.Instance);
                return true;
            default:
                // Ignores replies after their time limit.
                return message is NicknameEvent.Claimed or NicknameEvent.Taken or SessionEvent or GhostEvent;
        }
    }

    /// <inheritdoc/>
    public void OnMessage(Frame message)
    {
        var isNickname = session.TryGetText(message, out var text) & Nickname.TryParse(text, out var nickname);
        if (isNickname && !ReservedNicknames.Contains(nickname))
        {
            _nickname = nickname;
            Claim(mayReclaim: true);
        }
        else if (message.Kind != FrameKind.Message)
        {
            Refuse([]);
        }
        else
        {
            OnOther(session.Dialect.Parse(text), isNickname ? Rejection(RejectReason.NicknameReserved, nickname) : Rejection(RejectReason.NicknameInvalid));
        }
    }

    /// <inheritdoc/>
    public void OnInputEnded()
    {
        Connection.ExplainStop();
        Connection.End(Connection.InputEndReason);
    }

    /// <inheritdoc/>
    public void OnAnswerOverdue()
    {
        if (session.TakeOverdue() == 0)
            return;
        if (!_holder.IsNobody())
        {
            OnHolderKnown(GhostEvent.HolderAlive.Instance);
            return;
        }

        Connection.Report(Limit.CommandTimeout);
        CancelLogin(RejectReason.TimedOut);
    }

    /// <summary>Sends the prompt in one write with the answer before it: a client could take that alone for a welcome.</summary>
    public void AskForNickname(byte[] answer)
    {
        if (_refusals < Context.NicknameAttempts)
        {
            Connection.Send([.. answer, .. session.Write(new ChatEvent.NicknameWanted())]);
            return;
        }

        Connection.Report(Limit.NicknameAttempts);
        Connection.CloseNotice = [.. answer, .. session.Write(new ChatEvent.Rejected(RejectReason.TooManyNicknames))];
        Connection.End(Context.Connections.Texts.EndedByAttempts);
    }

    private static ChatEvent.Rejected Rejection(RejectReason reason, Nickname nickname = default) => new(reason, nickname.Value);

    private bool IsAnswer(long command) => command == _command && session.TryComplete(command);

    // Counts commands as attempts too: a client without a nickname must not get answers without end.
    private void OnOther(ChatCommand command, ChatEvent.Rejected rejection)
    {
        if (command is ChatCommand.Quit)
        {
            Connection.CloseNotice = session.Write(new ChatEvent.Goodbye(Nickname: null));
            Connection.End(Context.Connections.Texts.EndedByQuit);
            return;
        }

        if (command is ChatCommand.Client { WantsNumbers: true } && session.TryUseNumbers())
            session.Send(new ChatEvent.NumbersGranted());
        else
            Refuse(session.Write(session.AnswerTo(command, nickname: null) ?? rejection));
    }

    private void Refuse(byte[] answer)
    {
        _refusals++;
        AskForNickname(answer);
    }

    private void Claim(bool mayReclaim)
    {
        _mayReclaim = mayReclaim;
        Connection.Pause();
        _command = session.Begin();
        Context.Nicknames.Tell(new NicknameCommand.Claim(session.Id, _command, _nickname, session.Self));
    }

    private void Join() => _command = session.Join(RoomName.General, _nickname, isLogin: true);

    private void OnJoined(SessionEvent.Joined joined)
    {
        session.Rooms.Add(new JoinedRoom(joined.Room, joined.LocalRoom));
        become(new ChatPhase(session, _nickname, become));
        Connection.IsRateLimited = true;
        Connection.OnNicknameTaken(_nickname.Value);
        Connection.Resume();
    }

    // Requesting side of a ghost check. If this client disconnects meanwhile, we notice when the reply arrives.
    private void OnTaken(IActorRef holder)
    {
        if (!_mayReclaim || holder.IsNobody() || !Context.Ghosts.ArePossibleAt(session.Address))
        {
            AskAgain(Rejection(RejectReason.NicknameTaken, _nickname));
            return;
        }

        _holder = holder;
        _command = session.Begin(more: Context.Ghosts.Limit);
        session.Actor.WatchWith(holder, new GhostEvent.HolderLeft(holder));
        holder.Tell(new GhostCommand.ReclaimNickname(session.Self, session.Address.ToString()));
    }

    private void OnHolderKnown(GhostEvent ghost)
    {
        session.Actor.Unwatch(_holder);
        session.TryComplete(_command);
        _holder = ActorRefs.Nobody;
        if (ghost is GhostEvent.HolderLeft)
            Claim(mayReclaim: false);
        else
            AskAgain(Rejection(RejectReason.NicknameTaken, _nickname));
    }

    // Gives back what the claim and the join have got, or may still get.
    private void CancelLogin(RejectReason reason)
    {
        Context.Nicknames.Tell(new NicknameCommand.Release(session.Id));
        session.Leave(RoomName.General);
        AskAgain(Rejection(reason));
    }

    private void AskAgain(ChatEvent.Rejected rejection)
    {
        Refuse(session.Write(rejection));
        Connection.Resume();
    }
}
