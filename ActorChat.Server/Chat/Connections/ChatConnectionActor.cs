using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Connections;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>
/// One chat user's connection. Put together of the <see cref="Connection"/>, which has to do with bytes, and of a phase, which has to do with
/// the chat. Stopped when it fails, never restarted.
/// </summary>
internal sealed class ChatConnectionActor : ActorBase, IConnectionHandler, ILogReceive
{
    private readonly Connection _connection;
    private readonly LoginPhase _login;
    private IConnectionPhase _phase;

    public ChatConnectionActor(AcceptedConnection start, ChatContext context)
    {
        _connection = new Connection(Context, this, context.Dialect, start, context.Connections);
        _phase = _login = new LoginPhase(new ClientSession(Context, _connection, context, start), phase => _phase = phase);
    }

    public static Props PropsFor(AcceptedConnection start, ChatContext context) => Props.Create<ChatConnectionActor>(start, context);

    void IConnectionHandler.OnMessage(Frame message) => _phase.OnMessage(message);

    void IConnectionHandler.OnInputEnded() => _phase.OnInputEnded();

    void IConnectionHandler.OnTooFast() => _connection.Send(NoticeKind.SendsTooFast);

    void IConnectionHandler.OnAnswerOverdue() => _phase.OnAnswerOverdue();

    protected override void PreStart()
    {
        _connection.Open();
        _login.AskForNickname([]);
        _connection.GoOn();
    }

    protected override void PostStop() => _connection.OnStopped();

    protected override bool Receive(object message)
    {
        if (_connection.TryReceive(message) || _phase.TryReceive(message))
            return true;
        if (message is NicknameEvent.PrivateMessage late)
            late.Sender.Tell(new NicknameEvent.NotConnected(late.Command, late.To));
        return message is NicknameEvent.PrivateMessage;
    }
}
