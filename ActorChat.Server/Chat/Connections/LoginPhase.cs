using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Accounts.Passwords;
using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Framing;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>
/// Asks for a nickname, and for its password if it is registered, claims it, and joins the room. Reads nothing while a reply is pending.
/// </summary>
internal sealed class LoginPhase(ClientSession session, Action<IConnectionPhase> become) : IConnectionPhase
{
    private Nickname _nickname;
    private IActorRef _holder = ActorRefs.Nobody;
    private long _command;
    private bool _mayReclaim;
    private int _refusals;
    private bool _isPasswordNext;
    private string? _registering;

    private Connection Connection => session.Connection;

    private ChatContext Context => session.Context;

    /// <inheritdoc/>
    public bool TryReceive(object message)
    {
        switch (message)
        {
            case NicknameEvent.Claimed claimed when IsAnswer(claimed.Command):
                OnClaimed();
                return true;
            case NicknameEvent.PasswordWanted wanted when IsAnswer(wanted.Command):
                OnPasswordWanted();
                return true;
            case NicknameEvent.NotRegistered unknown when IsAnswer(unknown.Command):
                AskAgain(Rejection(RejectReason.RegistrationRequired));
                return true;
            case NicknameEvent.Displaced displaced when displaced.Nickname == _nickname:
                session.BeDisplaced();
                become(new LeavingPhase(session));
                return true;
            case AccountEvent.Done done when IsAnswer(done.Command):
                OnIdentified(done.Action);
                return true;
            case AccountEvent.Refused refused when IsAnswer(refused.Command):
                CancelLogin(session.Noted(refused.Reason));
                return true;
            case NicknameEvent.Banned banned when IsAnswer(banned.Command):
                AskAgain(banned.Ban);
                return true;
            case NicknameEvent.PutOff off:
                session.BePutOff(off.Why);
                become(new LeavingPhase(session));
                return true;
            case NicknameEvent.Taken taken when IsAnswer(taken.Command):
                OnTaken(taken.Holder);
                return true;
            case SessionEvent.Joined joined when IsAnswer(joined.Command):
                OnJoined(joined);
                return true;
            case SessionEvent.Rejected rejected when IsAnswer(rejected.Command):
                CancelLogin(rejected.Told);
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
                return message is NicknameEvent or AccountEvent or AccountStoreEvent or SessionEvent or GhostEvent;
        }
    }

    /// <inheritdoc/>
    public void OnMessage(Frame message)
    {
        if (!session.TryGetText(message, out var text))
            Refuse([]);
        else if (_isPasswordNext)
            OnPassword(text);
        else if (session.Parse(text, session.Dialect.ParseLogin) is var command && command is ChatCommand.Hello hello)
            OnHello(hello.Nickname);
        else
            OnOther(command);
    }

    private void OnHello(string typed)
    {
        if (!Nickname.TryParse(typed, out var nickname))
        {
            Refuse(session.Write(Rejection(RejectReason.NicknameInvalid)));
        }
        else if (ReservedNicknames.Contains(nickname))
        {
            Refuse(session.Write(Rejection(RejectReason.NicknameReserved, nickname)));
        }
        else
        {
            _nickname = nickname;
            Claim(mayReclaim: true);
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
        session.DropOverdue(() =>
        {
            if (!_holder.IsNobody())
            {
                OnHolderKnown(GhostEvent.HolderAlive.Instance);
                return;
            }

            Connection.Report(Limit.CommandTimeout);
            CancelLogin(Rejection(RejectReason.TimedOut));
        });
    }

    /// <summary>Sends the prompt in one write with the answer before it: a client could take that alone for a welcome.</summary>
    public void Ask(byte[] answer)
    {
        if (_refusals < Context.NicknameAttempts)
        {
            Connection.Send([.. answer, .. session.Write(_isPasswordNext ? new ChatEvent.PasswordWanted() : new ChatEvent.NicknameWanted())]);
            return;
        }

        Connection.Report(Limit.NicknameAttempts);
        Connection.CloseNotice = [.. answer, .. session.Write(new ChatEvent.Rejected(RejectReason.TooManyNicknames))];
        Connection.End(Context.Connections.Texts.EndedByAttempts);
    }

    private static ChatEvent.Rejected Rejection(RejectReason reason, Nickname nickname = default) => new(reason, nickname.Value);

    private bool IsAnswer(long command) => command == _command && session.TryComplete(command);

    // Counts commands as attempts too: a client without a nickname must not get answers without end.
    private void OnOther(ChatCommand command)
    {
        if (command is ChatCommand.Quit)
        {
            Connection.CloseNotice = session.Write(new ChatEvent.Goodbye(Nickname: null));
            Connection.End(Context.Connections.Texts.EndedByQuit);
            return;
        }

        if (command is ChatCommand.Client { WantsNumbers: true } && session.TryUseNumbers())
            session.Send(new ChatEvent.NumbersGranted());
        else if (command is ChatCommand.Account { Action: AccountAction.Register or AccountAction.Identify, Words: [var name, var password] } account)
            OnAccountCommand(account.Action, name, PasswordRule.Normalize(password));
        else
            Refuse(session.Write(session.AnswerTo(command, nickname: null) ?? Rejection(RejectReason.NicknameInvalid)));
    }

    private void Refuse(byte[] answer)
    {
        _refusals++;
        Ask(answer);
    }

    // An empty line goes back to the nickname. It counts as an attempt, so that nobody goes back and forth without end.
    private void OnPassword(string typed)
    {
        var password = PasswordRule.Normalize(typed);
        _isPasswordNext = password.Length > 0;
        if (!_isPasswordNext)
            Refuse([]);
        else
            Identify(AccountAction.Identify, password);
    }

    private void OnAccountCommand(AccountAction action, string name, string password)
    {
        if (!Nickname.TryParse(name, out var nickname))
        {
            Refuse(session.Write(Rejection(RejectReason.NicknameInvalid)));
            return;
        }

        _nickname = nickname;
        if (ReservedNicknames.Contains(nickname))
            Refuse(session.Write(Rejection(RejectReason.NicknameReserved, nickname)));
        else
            Identify(action, password);
    }

    // Registers by the claim: only whoever holds a nickname may register it.
    private void Identify(AccountAction action, string password)
    {
        if (AccountCommands.FindFlaw(session, action, [password]) is { } flaw)
        {
            Refuse(session.Write(flaw));
        }
        else if (action == AccountAction.Register)
        {
            _registering = password;
            Claim(mayReclaim: true);
        }
        else
        {
            _command = session.Ask(AccountAction.Identify, _nickname, password);
        }
    }

    private void OnPasswordWanted()
    {
        if (_registering is not null)
        {
            AskAgain(Rejection(RejectReason.AlreadyRegistered, _nickname));
        }
        else if (!Context.AccountRules.AllowPassword(session.Start))
        {
            AskAgain(Rejection(RejectReason.PasswordNotPrivate));
        }
        else
        {
            AskPassword();
        }
    }

    private void AskPassword()
    {
        if (!session.Dialect.HasPrompts)
        {
            AskAgain(new ChatEvent.PasswordWanted());
            return;
        }

        _isPasswordNext = true;
        Ask([]);
        Connection.Resume();
    }

    private void OnClaimed()
    {
        if (_registering is { } password)
            _command = session.Ask(AccountAction.Register, _nickname, password);
        else
            Join();
    }

    private void OnIdentified(AccountAction action)
    {
        session.Identify(_nickname.Casefolded);
        if (action == AccountAction.Register)
        {
            Context.Nicknames.Tell(new NicknameCommand.Identify(session.Id, session.Account));
            Join();
        }
        else
        {
            Claim(mayReclaim: false);
        }
    }

    private void Claim(bool mayReclaim)
    {
        _mayReclaim = mayReclaim;
        Connection.Pause();
        _command = session.Begin();
        var needsAccount = Context.AccountRules.AreRequired && _registering is null;
        Context.Nicknames.Tell(new NicknameCommand.Claim(session.Id, _command, _nickname, session.Self, session.Account, needsAccount)
        {
            Address = session.Address.ToString(),
        });
    }

    private void Join() => _command = session.Join(RoomName.General, _nickname, isLogin: true);

    private void OnJoined(SessionEvent.Joined joined)
    {
        session.Rooms.Add(new JoinedRoom(joined.Room, joined.LocalRoom));
        session.Confirm();
        become(new ChatPhase(session, _nickname, become));
        Connection.IsRateLimited = true;
        Connection.OnNicknameTaken(_nickname.Value);
        WaitingDelivery.Begin(session);
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
    private void CancelLogin(ChatEvent answer)
    {
        Context.Nicknames.Tell(new NicknameCommand.Release(session.Id));
        session.Leave(RoomName.General);
        AskAgain(answer);
    }

    private void AskAgain(ChatEvent answer)
    {
        session.Identify(null);
        _registering = null;
        Refuse(session.Write(answer));
        Connection.Resume();
    }
}
