using System.Net;
using ActorChat.Server.Framing;
using ActorChat.Server.Net;
using ActorChat.Server.Net.Limits;
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
    private int _unconfirmed;
    private Action? _whenConfirmed;
    private bool _hasStayed;

    public ChatConnectionActor(ConnectionStart start, ChatContext context)
        : base(start, context.Connections)
    {
        _context = context;
        _address = start.Peer.Address;
        _wire = start.Wire;
    }

    public static Props PropsFor(ConnectionStart start, ChatContext context) => Props.Create<ChatConnectionActor>(start, context);

    protected override void Open() => AskForNickname(refused: 0);

    // When the server stops, others may still have something to say that was received before: a member stays to hear it.
    protected override void OnInputEnded() =>
        WhenConfirmed(IsFinishing && Story.EndReason is null && _me is not null && !_hasStayed ? Stay : Leave);

    private void Naming(int refused)
    {
        ReceiveSocket();
        Expect(message => OnNickname(message, refused));
    }

    private void Joining(int refused, bool mayChallenge)
    {
        Receive<RoomEvent.Joined>(joined =>
        {
            Become(() => Chatting(joined.Who));
            SendLine(Texts.Welcome(joined.Who.Value, joined.Count));
            GoOn();
        });
        Receive<RoomEvent.NicknameTaken>(taken =>
        {
            if (mayChallenge && _context.Ghosts.ArePossibleAt(_address))
                Challenge(taken, refused);
            else
                Refuse(taken.Who, refused);
        });
        Receive<RoomEvent.Failed>(_ =>
        {
            SendLine(Texts.CommandFailed);
            AskForNickname(refused + 1);
            GoOn();
        });
        ReceiveSocket();
        Wait();
    }

    private void Chatting(Nickname me)
    {
        _me = me;
        OnNamed(me.Value);
        Receive<RoomEvent.Deliver>(delivery => Send(delivery.Lines));
        Receive<RoomEvent.Accepted>(accepted => OnConfirmed(accepted.Count));
        Receive<RoomEvent.NotStored>(_ =>
        {
            SendLine(Texts.MessageNotStored);
            OnConfirmed(1);
        });
        Receive<RoomEvent.Failed>(_ =>
        {
            SendLine(Texts.CommandFailed);
            OnConfirmed(1);
        });
        ReceiveChallenges();
        ReceiveSocket();
        Expect(message => OnLine(me, message), paced: true);
    }

    private void Join(Nickname who, int refused, bool mayChallenge)
    {
        Become(() => Joining(refused, mayChallenge));
        _context.Room.Tell(new RoomCommand.Join(who, Self));
    }

    private void Refuse(Nickname who, int refused)
    {
        SendLine(Texts.NicknameTaken(who.Value));
        AskForNickname(refused + 1);
        GoOn();
    }

    private void AskForNickname(int refused)
    {
        if (refused >= _context.NicknameAttempts)
        {
            Report(Limit.NicknameAttempts);
            SendLine(Texts.TooManyNicknameAttempts);
            End(Texts.EndedByAttempts);
            return;
        }

        Send(ByteString.FromBytes(Utf8Line.EncodeUnterminated(Texts.NicknamePrompt)));
        Become(() => Naming(refused));
    }

    private void OnNickname(Frame message, int refused)
    {
        var isNickname = TryGetText(message, out var text) & Nickname.TryParse(text, out var nickname);
        if (isNickname && !ReservedNicknames.Contains(nickname))
        {
            Join(nickname, refused, mayChallenge: true);
            return;
        }

        if (message.Kind == FrameKind.Message)
            SendLine(isNickname ? Texts.NicknameReserved(nickname.Value) : Texts.NicknameRule);
        AskForNickname(refused + 1);
    }

    private void OnLine(Nickname me, Frame message)
    {
        if (TryGetText(message, out var text))
            Obey(me, ChatCommandParser.Parse(text));
    }

    private void Obey(Nickname me, ChatCommand command)
    {
        if (command is ChatCommand.Say say)
        {
            Story.Messages++;
            TellRoom(new RoomCommand.Say(me, say.Text, _address, Self));
        }
        else if (_unconfirmed == 0)
        {
            Answer(me, command);
        }
        else
        {
            WhenConfirmed(() => Answer(me, command));
        }
    }

    private void Answer(Nickname me, ChatCommand command)
    {
        switch (command)
        {
            case ChatCommand.Private whisper:
                Story.Messages++;
                TellRoom(new RoomCommand.Whisper(me, whisper.To, whisper.Text, Self));
                break;
            case ChatCommand.List:
                TellRoom(new RoomCommand.List(Self));
                break;
            case ChatCommand.Quit:
                SendLine(Texts.Goodbye(me.Value));
                Story.EndReason = Texts.EndedByQuit;
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

    private void WhenConfirmed(Action action)
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

    private void Leave()
    {
        if (IsFinishing && Story.EndReason is null)
            SendLine(Texts.ServerStopping);
        if (_me is not null)
            _context.Room.Tell(new RoomCommand.Leave(Self, Announce: !IsFinishing));
        End(InputEndReason);
    }

    private bool TryGetText(Frame message, out string text)
    {
        text = message.Text;
        if (message.Kind == FrameKind.Message)
            return true;
        SendLine(message.Kind == FrameKind.TooLong ? Texts.MessageTooLong(_context.Connections.MaxMessage) : Texts.InvalidUtf8);
        return false;
    }

    private void SendLine(string text) => Send(ByteString.FromBytes(Utf8Line.Encode(text)));
}
