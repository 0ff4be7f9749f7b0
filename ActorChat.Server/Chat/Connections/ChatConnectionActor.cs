using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Connections;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>
/// One chat user's connection. Composed of a <see cref="Connection"/>, which handles bytes, and a phase, which handles the chat. A failure
/// stops it; it is never restarted.
/// </summary>
internal sealed class ChatConnectionActor : ActorBase, IConnectionHandler, ILogReceive
{
    private readonly Connection _connection;
    private readonly ClientSession _session;
    private readonly LoginPhase _login;
    private IConnectionPhase _phase;

    public ChatConnectionActor(AcceptedConnection start, ChatContext context)
    {
        _connection = new Connection(Context, this, context.Dialect, start, context.Connections);
        _session = new ClientSession(Context, _connection, context, start);
        _phase = _login = new LoginPhase(_session, phase => _phase = phase);
    }

    public static Props PropsFor(AcceptedConnection start, ChatContext context) => Props.Create<ChatConnectionActor>(start, context);

    void IConnectionHandler.OnMessage(Frame message) => _phase.OnMessage(message);

    void IConnectionHandler.OnInputEnded() => _phase.OnInputEnded();

    void IConnectionHandler.OnTooFast() => _connection.Send(NoticeKind.SendsTooFast);

    void IConnectionHandler.OnAnswerOverdue() => _phase.OnAnswerOverdue();

    protected override void PreStart()
    {
        _connection.Open();
        _login.Ask([]);
        _connection.Resume();
    }

    protected override void PostStop() => _connection.OnStopped();

    protected override bool Receive(object message)
    {
        _session.EndReply();
        switch (message)
        {
            case NicknameEvent.PrivateMessage late when _phase is not ChatPhase:
                // Answers for itself: an ended connection takes nothing more, and the sender would wait.
                _session.AnswerAbsent(late);
                return true;
            case WaitingDelivery.Taken taken:
                // Also from a connection that is ending.
                WaitingDelivery.OnTaken(_session, taken);
                return true;
            default:
                return _connection.TryReceive(message) || _phase.TryReceive(message);
        }
    }
}
