using ActorChat.Server.Framing;
using ActorChat.Server.Storage;
using ActorChat.Server.Transport;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Confirmation;

/// <summary>
/// One connection of the confirmation port: stores one message, answers once it is on disk, and closes. After a refused message (too long, not
/// UTF-8) the client may send another. Input after the stored message is not read.
/// </summary>
internal sealed class ConfirmationConnectionActor : ActorBase, IConnectionHandler, ILogReceive
{
    private readonly ConfirmationContext _context;
    private readonly Connection _connection;
    private readonly string _address;
    private CommandWindow _pending;
    private DateTimeOffset _sentAt;

    public ConfirmationConnectionActor(AcceptedConnection start, ConfirmationContext context)
    {
        _context = context;
        _address = start.Peer.Address.ToString();
        _connection = new Connection(Context, this, context.Dialect, start, context.Connections) { IsRateLimited = true };
    }

    public static Props PropsFor(AcceptedConnection start, ConfirmationContext context) =>
        Props.Create<ConfirmationConnectionActor>(start, context);

    void IConnectionHandler.OnMessage(Frame message)
    {
        if (message.Kind == FrameKind.Message)
            Store(DisplayText.Sanitize(message.Text));
        else
            _connection.Send(Write(message.Kind == FrameKind.TooLong ? ConfirmationAnswer.TooLong : ConfirmationAnswer.InvalidUtf8));
    }

    void IConnectionHandler.OnInputEnded()
    {
        _connection.ExplainStop();
        _connection.End(_connection.InputEndReason);
    }

    // Stays silent: scripts would take the notice for the answer to their message.
    void IConnectionHandler.OnTooFast() { }

    void IConnectionHandler.OnAnswerOverdue()
    {
        if (_pending.TakeOverdue(_context.Connections.Clock.Now()).Count == 0)
            return;
        _connection.Report(Limit.CommandTimeout);
        EndWith(ConfirmationAnswer.TimedOut);
    }

    protected override void PreStart()
    {
        _connection.Open();
        _connection.Resume();
    }

    protected override void PostStop() => _connection.OnStopped();

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case PersistenceEvent.Stored stored when _pending.TryComplete(stored.Request, stored.Request):
                EndWith(ConfirmationAnswer.Stored);
                return true;

            // Logs nothing: persistence logs the reason once for all messages affected.
            case PersistenceEvent.NotStored refused when _pending.TryComplete(refused.Request, refused.Request):
                EndWith(ConfirmationAnswer.NotStored);
                return true;
            default:
                return _connection.TryReceive(message);
        }
    }

    private void Store(string text)
    {
        if (text.Length == 0)
        {
            _connection.End(_context.Connections.Texts.EndedByEmptyMessage);
            return;
        }

        var clock = _context.Connections.Clock;
        var deadline = clock.Now() + _context.Connections.AnswerTimeout;
        _connection.Stats.Messages++;
        _connection.Pause();
        _connection.AwaitAnswerUntil(deadline);
        _sentAt = clock.GetLocalNow();
        _context.Persistence.Tell(new PersistenceCommand.Store(
            new[] { new MessageRecord(text, _sentAt, _address, Author: null, Room: null, Number: null) }, Self, _pending.Add(deadline)));
    }

    private byte[] Write(ConfirmationAnswer answer) => _context.Dialect.Write(answer, _sentAt.DateTime, _connection.PeerKind);

    private void EndWith(ConfirmationAnswer answer)
    {
        _connection.CloseNotice = Write(answer);
        _connection.End(_context.Connections.Texts.EndedByAnswer);
    }
}

/// <summary>The dependencies shared by all connections of the confirmation port.</summary>
internal sealed record ConfirmationContext(IActorRef Persistence, IConfirmationDialect Dialect, ConnectionSettings Connections);

/// <summary>Renders the answers of the confirmation port. Pure and shared.</summary>
internal interface IConfirmationDialect : IConnectionDialect
{
    /// <summary>Renders an answer to a message, with the local time at which it was sent.</summary>
    byte[] Write(ConfirmationAnswer answer, DateTime sentAt, PeerKind peer);
}

/// <summary>The answers to a message. After a time-out it may be stored or not.</summary>
internal enum ConfirmationAnswer
{
    Stored,
    NotStored,
    TimedOut,
    TooLong,
    InvalidUtf8,
}
