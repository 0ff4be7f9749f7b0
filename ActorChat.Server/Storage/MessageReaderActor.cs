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
        Receive<PersistenceCommand.ReadLast>(read => read.ReplyTo.Tell(
            TryRead<PersistenceEvent>(reader => new PersistenceEvent.LastRead(read.Request, reader.Last(read.Room)))
            ?? new PersistenceEvent.NotRead(read.Request)));
        Receive<PersistenceCommand.ReadRooms>(read =>
        {
            if (TryRead(reader => new PersistenceEvent.RoomsRead([.. reader.Rooms(read.Limit)])) is { } rooms)
                read.ReplyTo.Tell(rooms);
        });
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

    private T? TryRead<T>(Func<IMessageReader, T> read)
        where T : class
    {
        try
        {
            return _reader.UseOrRetry(read);
        }
        catch (OpenException unavailable)
        {
            _reader.Close();
            LogNotRead(unavailable);
            return null;
        }
    }

    private void LogNotRead(OpenException unavailable)
    {
        if (!_failureThrottle.TryPass(_context.Clock.GetElapsedTime(0), out var leftOut))
            return;
        _log.Error(_context.Texts.AndNotLogged(_context.Texts.MessagesNotRead(unavailable.Describe(_context.Texts)), leftOut));
    }
}
