using System.Net;
using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat;

/// <summary>
/// One chat user's connection, in three states: asking for a nickname, waiting for the room's answer to it, chatting. At most so
/// many commands wait for the room; then nothing more is read, and TCP slows the sender down. All but public messages wait
/// until the room has answered those before them, so that a user's commands take effect in the order typed.
/// </summary>
internal sealed partial class ChatConnectionActor : LineConnection
{
    private readonly ChatContext _context;
    private readonly IPAddress _address;
    private Nickname? _me;
    private int _refusals;
    private int _unconfirmed;
    private Action? _whenConfirmed;
    private bool _hasStayed;

    public ChatConnectionActor(AcceptedConnection start, ChatContext context)
        : base(start, context.Connections)
    {
        _context = context;
        _address = start.Peer.Address;
        _wire = start.RawSocket;
    }

    public static Props PropsFor(AcceptedConnection start, ChatContext context) => Props.Create<ChatConnectionActor>(start, context);

    protected override void Open() => AskForNickname();

    protected override void OnMessage(Frame message)
    {
        if (_me is { } me)
            OnLine(me, message);
        else
            OnNickname(message);
    }

    // When the server stops, others may still have something to say that was received before: a member stays to hear it.
    protected override void OnInputEnded() =>
        AfterPending(IsFinishing && Stats.EndReason is null && _me is not null && !_hasStayed ? Stay : Leave);

    private bool Joining(object message, bool mayChallenge)
    {
        switch (message)
        {
            case RoomEvent.Joined joined:
                OnJoined(joined);
                return true;
            case RoomEvent.NicknameTaken taken when mayChallenge && !taken.Holder.IsNobody() && _context.Ghosts.ArePossibleAt(_address):
                Challenge(taken);
                return true;
            case RoomEvent.NicknameTaken taken:
                Refuse(taken.Who);
                return true;
            case RoomEvent.Failed:
                SendLine(Texts.CommandFailed);
                AskForNicknameAgain();
                return true;
            default:
                return Receive(message);
        }
    }

    private bool Chatting(object message)
    {
        switch (message)
        {
            case RoomEvent happened:
                return OnRoomEvent(happened);
            case GhostCommand command:
                OnGhostCommand(command);
                return true;
            default:
                return Receive(message);
        }
    }

    private void OnJoined(RoomEvent.Joined joined)
    {
        _me = joined.Who;
        IsPaced = true;
        Become(Chatting);
        OnNicknameTaken(joined.Who.Value);
        GoOn();
    }

    private bool OnRoomEvent(RoomEvent happened)
    {
        switch (happened)
        {
            case RoomEvent.ReaderCheck:
                ProbeReader();
                return true;
            case RoomEvent.Accepted accepted:
                OnConfirmed(accepted.Count);
                return true;
            case RoomEvent.NotStored:
                SendLine(Texts.MessageNotStored);
                OnConfirmed(1);
                return true;
            case RoomEvent.Failed:
                SendLine(Texts.CommandFailed);
                OnConfirmed(1);
                return true;
            default:
                return false;
        }
    }

    private void Join(Nickname who, bool mayChallenge)
    {
        Become(message => Joining(message, mayChallenge));
        Wait();
        _context.Room.Tell(new RoomCommand.Join(who, Self, Outbox));
    }

    private void Refuse(Nickname who)
    {
        SendLine(Texts.NicknameTaken(who.Value));
        AskForNicknameAgain();
    }

    private void AskForNicknameAgain()
    {
        _refusals++;
        AskForNickname();
        GoOn();
    }

    // In one write with the lines before it: a client could take those, seen alone, for a welcome.
    private void AskForNickname(string answer = "")
    {
        if (_refusals >= _context.NicknameAttempts)
        {
            Report(Limit.NicknameAttempts);
            LastLine = answer + Texts.TooManyNicknameAttempts;
            End(Texts.EndedByAttempts);
            return;
        }

        Send(ByteString.FromBytes(LineEncoder.EncodeUnterminated(answer + Texts.NicknamePrompt)));
        Become(Receive);
    }

    private void OnNickname(Frame message)
    {
        var isNickname = TryGetText(message, out var text) & Nickname.TryParse(text, out var nickname);
        if (isNickname && !ReservedNicknames.Contains(nickname))
        {
            Join(nickname, mayChallenge: true);
            return;
        }

        if (message.Kind == FrameKind.Message && TryExecuteUnnamed(ChatCommandParser.Parse(text)))
            return;
        if (message.Kind == FrameKind.Message)
            SendLine(isNickname ? Texts.NicknameReserved(nickname.Value) : Texts.NicknameRule);
        _refusals++;
        AskForNickname();
    }

    private void OnLine(Nickname me, Frame message)
    {
        if (TryGetText(message, out var text))
            Execute(me, ChatCommandParser.Parse(text));
    }

    private void Execute(Nickname me, ChatCommand command)
    {
        if (command is ChatCommand.Post post)
        {
            Stats.Messages++;
            TellRoom(new RoomCommand.Say(me, post.Text, _address, Self));
        }
        else if (_unconfirmed == 0)
        {
            Answer(me, command);
        }
        else
        {
            AfterPending(() => Answer(me, command));
        }
    }

    private void Answer(Nickname me, ChatCommand command)
    {
        switch (command)
        {
            case ChatCommand.Private whisper:
                Stats.Messages++;
                TellRoom(new RoomCommand.Whisper(me, whisper.To, whisper.Text, Self));
                break;
            case ChatCommand.List list:
                TellRoom(new RoomCommand.List(list.Page, Self));
                break;
            case ChatCommand.Quit:
                LastLine = Texts.Goodbye(me.Value);
                Stats.EndReason = Texts.EndedByQuit;
                Leave();
                break;
            default:
                foreach (var line in ChatLines.AnswerTo(command, Texts, me, _context.Clock))
                    SendLine(line);
                break;
        }
    }

    private void TellRoom(RoomCommand command)
    {
        _context.Room.Tell(command);
        if (++_unconfirmed < _context.MaxUnconfirmed)
            return;
        Report(Limit.MaxUnconfirmed);
        Wait();
    }

    private void AfterPending(Action action)
    {
        if (_unconfirmed == 0)
        {
            action();
            return;
        }

        _whenConfirmed = action;
        Wait();
    }

    private void OnConfirmed(int count)
    {
        _unconfirmed -= count;
        if (_whenConfirmed is { } action)
        {
            if (_unconfirmed > 0)
                return;
            _whenConfirmed = null;
            action();
        }

        if (_unconfirmed < _context.MaxUnconfirmed)
            GoOn();
    }

    private void Stay()
    {
        _hasStayed = true;
        _unconfirmed++;
        _context.Room.Tell(new RoomCommand.Finish(Self));
        Wait();
    }

    // The room writes to the socket by itself: only when it has let this member go, a last line is the last.
    private void Leave()
    {
        if (IsFinishing && Stats.EndReason is null)
            LastLine ??= Texts.ServerStopping;
        if (_me is null)
        {
            End(InputEndReason);
            return;
        }

        PrepareEnd(_context.Connections.AnswerTimeout);
        Become(Leaving);
        _context.Room.Tell(new RoomCommand.Leave(Self, Announce: !IsFinishing));
    }

    private bool Leaving(object message)
    {
        if (message is not (RoomEvent.Left or ConnectionSignal.AnswerOverdue))
            return Receive(message);
        End(InputEndReason);
        return true;
    }

    private bool TryGetText(Frame message, out string text)
    {
        text = message.Text;
        if (message.Kind == FrameKind.Message)
            return true;
        SendLine(message.Kind == FrameKind.TooLong ? Texts.MessageTooLong(_context.Connections.MaxMessage) : Texts.InvalidUtf8);
        return false;
    }

    private void SendLine(string text) => Send(ByteString.FromBytes(LineEncoder.Encode(text)));
}
