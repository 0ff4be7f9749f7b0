using System.Diagnostics;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Telemetry;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Storage.Archive;

/// <summary>
/// Deletes what is older than <c>actorchat.storage.keep</c>, at the start and once a day, on a thread and a connection of its own. After each
/// deletion it waits as long as that took, so that a commit finds the database free.
/// </summary>
internal sealed class PurgeActor : ReceiveActor, ILogReceive, IWithTimers
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1), RetryPause = TimeSpan.FromHours(1);

    private readonly PersistenceContext _context;
    private readonly Retention _retention;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private IMessageArchive? _archive;
    private PurgeRun? _run;
    private ITimer? _next;

    public PurgeActor(PersistenceContext context, Retention retention)
    {
        (_context, _retention) = (context, retention);
        Receive<Go>(_ => GoOn());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private Texts Texts => _context.Texts;

    public static Props PropsFor(PersistenceContext context, Retention retention) =>
        Props.Create<PurgeActor>(context, retention).WithDispatcher(context.Dispatchers.Reading);

    protected override void PreStart() => Self.Tell(Go.Instance);

    protected override void PostRestart(Exception reason) => GoLater(RetryPause);

    protected override void PostStop()
    {
        _next?.Dispose();
        Close();
    }

    private void GoOn()
    {
        try
        {
            var began = Stopwatch.GetTimestamp();
            _archive ??= _retention.Open();
            _run ??= new PurgeRun(_archive, AuditEntry.Server, _context.Clock.GetUtcNow() - _retention.Keep, _context.Clock);
            if (!_run.Step())
                Finish(_run);
            else if (_run.HasWritten)
                Timers.StartSingleTimer(Go.Instance, Go.Instance, Stopwatch.GetElapsedTime(began));
            else
                Self.Tell(Go.Instance);
        }
        catch (Exception failure) when (failure is OpenException or WriteException)
        {
            _log.Error(Texts.OldMessagesNotDeleted(FailureLog.ReasonOf(failure, Texts)));
            Close();
            GoLater(RetryPause);
        }
    }

    private void Finish(PurgeRun run)
    {
        run.Finish();
        if (run.Deleted > 0)
            _log.Log(LogLevel.InfoLevel, cause: null, new StructuredMessage(Texts.OldMessagesDeleted(run.Deleted), ("Messages", run.Deleted)));
        Close();
        GoLater(Interval);
    }

    private void GoLater(TimeSpan pause)
    {
        var self = Self;
        _next?.Dispose();
        _next = _context.Clock.CreateTimer(_ => self.Tell(Go.Instance), state: null, pause, Timeout.InfiniteTimeSpan);
    }

    private void Close()
    {
        _archive?.Dispose();
        (_archive, _run) = (null, null);
    }

    private sealed record Go : INoSerializationVerificationNeeded
    {
        public static readonly Go Instance = new();
    }
}

/// <summary>How long messages are kept.</summary>
/// <param name="Keep">Older ones are deleted.</param>
/// <param name="Open">Opens the messages to do so.</param>
internal sealed record Retention(TimeSpan Keep, Func<IMessageArchive> Open);
