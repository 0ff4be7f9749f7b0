using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Telemetry;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Storage;

/// <summary>
/// Reads messages on a thread and a connection of its own, opened when somebody first asks: a long read delays no commit.
/// </summary>
internal sealed class MessageReaderActor : ReceiveActor, ILogReceive
{
    private readonly PersistenceContext _context;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Reopenable<IMessageReader> _reader;
    private LogThrottle _failureThrottle;

    public MessageReaderActor(PersistenceContext context)
    {
        (_context, _reader) = (context, new Reopenable<IMessageReader>(context.OpenReader));
        Receive<PersistenceCommand.ReadLast>(read => read.ReplyTo.Tell(Answer(read)));
    }

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<MessageReaderActor>(context).WithDispatcher(context.Dispatchers.Reading);

    // The asker waits for an answer.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is PersistenceCommand.ReadLast read)
            read.ReplyTo.Tell(new PersistenceEvent.NotRead(read.Request));
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => _reader.Close();

    private PersistenceEvent Answer(PersistenceCommand.ReadLast read)
    {
        try
        {
            return new PersistenceEvent.LastRead(read.Request, _reader.UseOrRetry(reader => reader.Last(read.Room)));
        }
        catch (OpenException unavailable)
        {
            _reader.Close();
            LogNotRead(unavailable);
            return new PersistenceEvent.NotRead(read.Request);
        }
    }

    private void LogNotRead(OpenException unavailable)
    {
        if (!_failureThrottle.TryPass(_context.Clock.GetElapsedTime(0), out var leftOut))
            return;
        _log.Error(_context.Texts.AndNotLogged(_context.Texts.MessagesNotRead(unavailable.Describe(_context.Texts)), leftOut));
    }
}
