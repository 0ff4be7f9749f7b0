using System.Diagnostics;
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
    // A connection that was closed while idle fails at once, and is worth a second try. A server that does not answer is not.
    private static readonly TimeSpan FailsAtOnce = TimeSpan.FromMilliseconds(500);

    private readonly PersistenceContext _context;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private IMessageReader? _reader;
    private LogThrottle _failureThrottle;

    public MessageReaderActor(PersistenceContext context)
    {
        _context = context;
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

    protected override void PostStop() => CloseReader();

    private PersistenceEvent Answer(PersistenceCommand.ReadLast read)
    {
        try
        {
            return new PersistenceEvent.LastRead(read.Request, Read(reader => reader.Last(read.Room)));
        }
        catch (OpenException unavailable)
        {
            CloseReader();
            LogNotRead(unavailable);
            return new PersistenceEvent.NotRead(read.Request);
        }
    }

    private T Read<T>(Func<IMessageReader, T> what)
    {
        var begin = Stopwatch.GetTimestamp();
        try
        {
            if (_reader is { } open)
                return what(open);
        }
        catch (OpenException) when (Stopwatch.GetElapsedTime(begin) < FailsAtOnce)
        {
            CloseReader();
        }

        return what(_reader = _context.OpenReader());
    }

    private void CloseReader()
    {
        // Forgotten first: one that fails to close must not be closed again.
        var reader = _reader;
        _reader = null;
        reader?.Dispose();
    }

    private void LogNotRead(OpenException unavailable)
    {
        if (!_failureThrottle.TryPass(_context.Clock.GetElapsedTime(0), out var leftOut))
            return;
        _log.Error(_context.Texts.AndNotLogged(_context.Texts.MessagesNotRead(unavailable.Describe(_context.Texts)), leftOut));
    }
}
