using ActorChat.Server.Resources;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Storage.Users;

/// <summary>
/// Records who was seen, apart from the messages. What comes while the database is busy or away is kept in
/// <see cref="PendingLastSeen"/> and written together. Failures are tried again with growing pauses. Only its child
/// <see cref="LastSeenWriterActor"/> waits for the database.
/// </summary>
internal sealed class UsersActor : ReceiveActor, ILogReceive, IWithTimers
{
    /// <summary>Users that may wait; far more than can be connected.</summary>
    public const int Capacity = 100_000;

    // Lost nicknames that are logged by name; of the rest only the number.
    private const int NamesLogged = 100;

    private readonly PersistenceContext _context;
    private readonly PendingLastSeen _backlog;
    private readonly IActorRef _writer;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Backoff _backoff = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30));
    private string _lastFailure = "";
    private bool _isFullLogged;
    private PersistenceCommand.Close? _closing;

    public UsersActor(PersistenceContext context, PendingLastSeen backlog)
    {
        (_context, _backlog) = (context, backlog);
        _writer = Context.Child("writer").GetOrElse(() => Context.ActorOf(LastSeenWriterActor.PropsFor(context), "writer"));
        Receive<PersistenceCommand.OpenUsers>(_writer.Tell);
        Receive<PersistenceEvent.Ready>(Context.Parent.Tell);
        Receive<PersistenceEvent.Unavailable>(Context.Parent.Tell);
        Receive<PersistenceCommand.UserSeen>(seen => Add(seen.Nickname));
        Receive<LastSeenWriterEvent.Written>(AfterSuccess);
        Receive<LastSeenWriterEvent.NotWritten>(failed => AfterFailure(failed.Reason));
        Receive<Retry>(_ => WriteNext());
        Receive<PersistenceCommand.Close>(Finish);
        Receive<CloseTimeout>(_ => End());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private Texts Texts => _context.Texts;

    public static Props PropsFor(PersistenceContext context, PendingLastSeen backlog) => Props.Create<UsersActor>(context, backlog);

    // Keep the writer: stopping it would wait for the database. Repeat the end that was asked for.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (_closing is { } close)
            Self.Tell(close);
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(PersistenceSupervision.Decide);

    protected override void PostRestart(Exception reason) => WriteNext();

    private void Add(string nickname)
    {
        var isAdded = _backlog.TryAdd(new LastSeen(nickname, _context.Clock.GetLocalNow()));
        if (isAdded)
            WriteNext();
        else if (!_isFullLogged)
            _log.Error(Texts.UserNotRecorded(nickname, Texts.TooManyUsersWaiting));
        _isFullLogged |= !isAdded;
    }

    private void WriteNext()
    {
        if (_backlog.IsInWork || Timers.IsTimerActive(new Retry()))
            return;
        if (_backlog.Count > 0)
            _writer.Tell(new WriteLastSeen(_backlog.Take(_context.MaxBatch)));
        else if (_closing is not null)
            End();
    }

    private void AfterSuccess(LastSeenWriterEvent.Written written)
    {
        foreach (var (nickname, reason) in written.Unfit)
            _log.Error(Texts.UserNotRecorded(nickname, reason));
        if (_lastFailure.Length > 0)
            _log.Warning(Texts.UsersWrittenAgain);
        _lastFailure = "";
        _backlog.Written();
        _backoff.Reset();
        _isFullLogged = false;
        WriteNext();
    }

    private void AfterFailure(string reason)
    {
        _lastFailure = reason;
        _backlog.PutBack();
        var pause = _backoff.Next();
        _log.Warning(Texts.UsersRetry(_backlog.Count, reason, (long)pause.TotalMilliseconds));
        Timers.StartSingleTimer(new Retry(), new Retry(), pause);
    }

    private void Finish(PersistenceCommand.Close close)
    {
        _closing = close;
        _backoff.Reset();
        Timers.Cancel(new Retry());
        Timers.StartSingleTimer(new CloseTimeout(), new CloseTimeout(), close.Limit);
        WriteNext();
    }

    private void End()
    {
        if (_backlog.Count > 0)
            LogLost([.. _backlog.Nicknames]);
        Context.Parent.Tell(new PersistenceEvent.UsersClosed());
        Context.Stop(Self);
    }

    private void LogLost(List<string> nicknames)
    {
        var names = string.Join(", ", nicknames.Take(NamesLogged));
        var more = nicknames.Count > NamesLogged ? $", … (+{nicknames.Count - NamesLogged})" : "";
        _log.Error(Texts.UsersLost(nicknames.Count, _lastFailure.Length > 0 ? _lastFailure : Texts.NoAnswerInTime, names + more));
    }

    private sealed record Retry;

    private sealed record CloseTimeout;
}
