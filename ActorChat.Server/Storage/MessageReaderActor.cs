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
    // A connection that was closed while nobody used it fails at once. One whose server does not answer must not be waited for twice.
    private static readonly TimeSpan FailsAtOnce = TimeSpan.FromMilliseconds(500);

    private readonly PersistenceContext _context;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private IMessageReader? _reader;
    private LogThrottle _failurePace;

    public MessageReaderActor(PersistenceContext context)
    {
        _context = context;
        Receive<PersistenceCommand.ReadLast>(read => read.ReplyTo.Tell(Answer(read.Room)));
    }

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<MessageReaderActor>(context).WithDispatcher(context.Dispatchers.Reading);

    // Whoever asked waits for an answer.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is PersistenceCommand.ReadLast read)
            read.ReplyTo.Tell(new PersistenceEvent.NotRead(read.Room));
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => CloseReader();

    private PersistenceEvent Answer(string room)
    {
        try
        {
            return new PersistenceEvent.LastRead(room, Read(reader => reader.Last(room)));
        }
        catch (OpenException unavailable)
        {
            CloseReader();
            LogNotRead(unavailable);
            return new PersistenceEvent.NotRead(room);
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
        if (!_failurePace.TryPass(_context.Clock.GetElapsedTime(0), out var leftOut))
            return;
        var line = _context.Texts.MessagesNotRead(unavailable.Describe(_context.Texts));
        _log.Error(leftOut == 0 ? line : _context.Texts.AndNotLogged(line, leftOut));
    }
}
