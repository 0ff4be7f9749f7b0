using System.Diagnostics;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Storage;

/// <summary>
/// Serializes the inserts of messages, on a thread of its own. Whatever waits in its mailbox while one transaction is being
/// synced to disk forms the next one: the first message of a batch sends <see cref="Commit"/> to the actor itself, behind all
/// those already there. So a lone sender waits for nobody, and many share the cost of a sync.
/// </summary>
internal sealed class PersistenceActor : ReceiveActor, ILogReceive, IWithTimers
{
    /// <summary>Its name in the tree.</summary>
    public const string Name = "persistence";

    private readonly PersistenceContext _context;
    private readonly IActorRef _users;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly MessageBatch _batch = new();
    private readonly Backoff _backoff = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30));
    private readonly LogThrottle[] _failurePaces = new LogThrottle[Enum.GetValues<WriteError>().Length];
    private IMessageStore? _store;

    public PersistenceActor(PersistenceContext context, PendingLastSeen backlog)
    {
        _context = context;
        _users = Context.Child("users").GetOrElse(() => Context.ActorOf(UsersActor.PropsFor(context, backlog), "users"));
        Receive<PersistenceCommand.Store>(Add);
        Receive<Commit>(_ => CommitBatch());
        Receive<PersistenceCommand.UserSeen>(seen => _users.Forward(seen));
        Receive<PersistenceEvent.Ready>(ready => Context.Parent.Tell(ready));
        Receive<PersistenceEvent.Unavailable>(GiveUp);
        Receive<Reopen>(_ => OpenAgain());
        Receive<PersistenceCommand.Close>(Close);
        Receive<PersistenceEvent.UsersClosed>(_ => Context.Parent.Tell(new PersistenceEvent.Closed()));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private Texts Texts => _context.Texts;

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<PersistenceActor>(context, new PendingLastSeen(UsersActor.Capacity)).WithDispatcher(context.Dispatcher);

    protected override void PreStart()
    {
        try
        {
            _store = _context.OpenMessages();
            _users.Tell(new PersistenceCommand.OpenUsers());
        }
        catch (OpenException unavailable)
        {
            GiveUp(new PersistenceEvent.Unavailable(unavailable));
        }
    }

    // After the first start nothing but success is an option: senders get their refusals until the database is back.
    protected override void PostRestart(Exception reason) => OpenAgain();

    // The message that failed is no special case: whatever is to be stored joins the batch first. The users stay: to stop them would
    // mean to wait for their database.
    protected override void PreRestart(Exception reason, object? message)
    {
        _batch.Refuse(SystemErrors.Describe(reason, Texts));
        CloseStore();
    }

    // Whatever it was: who is to be written down outlives it. One that cannot even be made takes the node down.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(PersistenceSupervision.Decide);

    protected override void PostStop()
    {
        CommitBatch();
        CloseStore();
    }

    private void GiveUp(PersistenceEvent.Unavailable unavailable)
    {
        Context.Parent.Tell(unavailable);
        Context.Stop(Self);
    }

    // The messages are safe at once, whatever keeps the users. These are told before anything can go wrong with the file: the node waits.
    private void Close(PersistenceCommand.Close close)
    {
        CommitBatch();
        _users.Tell(close);
        CloseStore();
    }

    private void CloseStore()
    {
        // Forgotten first: one that fails to close must not be closed again.
        var store = _store;
        _store = null;
        store?.Dispose();
    }

    private void Add(PersistenceCommand.Store store)
    {
        _batch.Add(store);
        if (_batch.Count >= _context.MaxBatch)
            CommitBatch();
        else if (_batch.Count == 1)
            GatherAndCommit();
    }

    // This thread has just woken up, and may have taken the processor from those who were about to tell more: they come first.
    private void GatherAndCommit()
    {
        Thread.Yield();
        Self.Tell(Commit.Instance);
    }

    private void CommitBatch()
    {
        if (_batch.Count == 0)
            return;
        if (_store is null)
        {
            _batch.Refuse(Texts.DatabaseClosed);
            return;
        }

        try
        {
            _batch.Stamp(_context.Clock.GetLocalNow().DateTime);
            var begin = Stopwatch.GetTimestamp();
            var ids = _store.Append(_batch);
            ServerMeter.Committed(Context.System.Name, ids.Count, Stopwatch.GetElapsedTime(begin));
            _batch.Confirm(ids);
        }
        catch (WriteException failure)
        {
            var reason = failure.Describe(Texts);
            LogNotStored(failure.Error, reason);
            _batch.Refuse(reason);
            if (failure.Error is WriteError.Gone or WriteError.TableChanged)
                OpenAgain();
        }
    }

    // A line a minute for each kind of failure: on a full disk every message would have one.
    private void LogNotStored(WriteError kind, string reason)
    {
        if (!_failurePaces[(int)kind].TryPass(_context.Clock.GetElapsedTime(0), out var leftOut))
            return;
        var line = Texts.BatchNotStored(_batch.Count, reason);
        _log.Log(LogLevel.ErrorLevel, cause: null, new StructuredMessage(
            leftOut == 0 ? line : Texts.AndNotLogged(line, leftOut),
            ("Messages", _batch.Count),
            (StructuredMessage.Reason, reason),
            (LogThrottle.LeftOut, leftOut)));
    }

    private void OpenAgain()
    {
        CloseStore();
        try
        {
            _store = _context.OpenMessages();
            _backoff.Reset();
            _log.Warning(Texts.DatabaseOpenedAgain);
        }
        catch (OpenException unavailable)
        {
            var pause = _backoff.Next();
            _log.Error(Texts.DatabaseRetry(unavailable.Describe(Texts), (long)pause.TotalMilliseconds));
            Timers.StartSingleTimer(Reopen.Instance, Reopen.Instance, pause);
        }
    }

    private sealed record Commit
    {
        public static readonly Commit Instance = new();
    }

    private sealed record Reopen
    {
        public static readonly Reopen Instance = new();
    }
}
