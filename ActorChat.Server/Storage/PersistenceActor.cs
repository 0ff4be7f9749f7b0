using System.Diagnostics;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Users;
using ActorChat.Server.Telemetry;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Storage;

/// <summary>
/// Serializes the inserts of messages, on a thread of its own. Whatever waits in its mailbox while one transaction is being
/// synced to disk forms the next one: the first request of a batch sends <see cref="Commit"/> to the actor itself, behind all
/// those already there. So a lone sender waits for nobody, and many share the cost of a sync.
/// </summary>
internal sealed class PersistenceActor : ReceiveActor, ILogReceive, IWithTimers
{
    /// <summary>Its name in the tree.</summary>
    public const string Name = "persistence";

    private const string PurgeName = "purge";

    private static readonly TimeSpan AccountsReserve = TimeSpan.FromMilliseconds(250);

    private readonly PersistenceContext _context;
    private readonly IActorRef _users;
    private readonly IActorRef _reader;
    private readonly IActorRef _accounts;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly MessageBatch _batch = new();
    private readonly Backoff _backoff = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30));
    private readonly WriteErrorLog _failures;
    private readonly Reopenable<IMessageStore> _store;

    public PersistenceActor(PersistenceContext context, PendingLastSeen backlog)
    {
        (_context, _store) = (context, new Reopenable<IMessageStore>(context.OpenMessages));
        _failures = new WriteErrorLog(_log, context.Texts, context.Clock);
        _users = Context.Child("users").GetOrElse(() => Context.ActorOf(UsersActor.PropsFor(context, backlog), "users"));
        _reader = Context.Child("reader").GetOrElse(() => Context.ActorOf(MessageReaderActor.PropsFor(context), "reader"));
        _accounts = Context.Child("accounts").GetOrElse(() => Context.ActorOf(AccountStoreActor.PropsFor(context), "accounts"));
        Receive<PersistenceCommand.Store>(Add);
        Receive<PersistenceCommand.Prepare>(OnPrepare);
        Receive<PersistenceCommand.Check>(check => check.ReplyTo.Tell(new PersistenceEvent.Checked(_store.Current is not null)));
        Receive<Commit>(_ => CommitBatch());
        Receive<PersistenceCommand.ReadLast>(ReadLast);
        Receive<PersistenceCommand.ReadRooms>(_reader.Forward);
        Receive<PersistenceCommand.SaveRoom>(SaveRoom);
        Receive<PersistenceCommand.SaveAct>(SaveAct);
        Receive<PersistenceCommand.ReadServerSanctions>(_reader.Forward);
        Receive<PersistenceCommand.UserSeen>(_users.Forward);
        Receive<AccountStoreCommand>(_accounts.Forward);
        Receive<PersistenceEvent.Ready>(Context.Parent.Tell);
        Receive<PersistenceEvent.Unavailable>(StopUnavailable);
        Receive<Reopen>(_ => OpenAgain());
        Receive<PersistenceCommand.Close>(Close);
        Receive<PersistenceEvent.UsersClosed>(_ => AwaitAccounts());
        Receive<Terminated>(_ => Context.Parent.Tell(new PersistenceEvent.Closed()));
        Receive<AccountsOverdue>(_ => Context.Parent.Tell(new PersistenceEvent.Closed()));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private Texts Texts => _context.Texts;

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<PersistenceActor>(context, new PendingLastSeen(UsersActor.Capacity)).WithDispatcher(context.Dispatchers.Messages);

    protected override void PreStart()
    {
        try
        {
            if (_store.Open().Caution is { } caution)
                _log.Warning(caution(Texts));
            _users.Tell(new PersistenceCommand.OpenUsers());
            StartPurge();
        }
        catch (OpenException unavailable)
        {
            StopUnavailable(new PersistenceEvent.Unavailable(unavailable));
        }
    }

    // After the first start this is tried until it succeeds; meanwhile senders are refused.
    protected override void PostRestart(Exception reason) => OpenAgain();

    // The failing request is already in the batch. The children stay: stopping them would wait for their database.
    protected override void PreRestart(Exception reason, object? message)
    {
        _batch.AnswerAll(NotStoredReason.Unknown);
        if (message is PersistenceCommand.SaveAct act)
            act.ReplyTo.Tell(act.Answer(isDurable: false));
        else if (message is PersistenceCommand.SaveRoom save)
            save.ReplyTo.Tell(save.Answer(isDurable: false));
        _store.Close();
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(PersistenceSupervision.Decide);

    protected override void PostStop()
    {
        CommitBatch();
        _store.Close();
    }

    // Behind all that was to be stored before: the answer tells what has become of that.
    private void ReadLast(PersistenceCommand.ReadLast read)
    {
        CommitBatch();
        _reader.Tell(read);
    }

    // Finds the tables made. Outlives a restart.
    private void StartPurge()
    {
        if (_context.Retention is { } retention)
            Context.ActorOf(PurgeActor.PropsFor(_context, retention), PurgeName);
    }

    private void StopUnavailable(PersistenceEvent.Unavailable unavailable)
    {
        Context.Parent.Tell(unavailable);
        Context.Stop(Self);
    }

    // Messages first: they are safe whatever keeps the users. The children are told before closing the file can fail.
    private void Close(PersistenceCommand.Close close)
    {
        CommitBatch();
        Context.Stop(_reader);
        Context.Stop(Context.Child(PurgeName));

        // Behind what it was told before: what was delivered must not be delivered again.
        _accounts.Tell(PoisonPill.Instance);
        _users.Tell(close);
        _store.Close();
    }

    // They had the time that the users had.
    private void AwaitAccounts()
    {
        Context.Watch(_accounts);
        Timers.StartSingleTimer(new AccountsOverdue(), new AccountsOverdue(), AccountsReserve);
    }

    private void Add(PersistenceCommand.Store request)
    {
        _batch.Add(request);
        if (_batch.Messages.Count >= _context.MaxBatch)
            CommitBatch();
        else if (_batch.Requests == 1)
            CommitBehindOthers(request);
    }

    private static void OnPrepare(PersistenceCommand.Prepare prepare)
    {
        YieldToSenders();
        prepare.ReplyTo.Tell(new PersistenceEvent.Prepared());
    }

    // A room has announced its request, and gathered until now; what it tells later would come too late.
    private void CommitBehindOthers(PersistenceCommand.Store request)
    {
        if (request.Messages[0].Room is null)
            YieldToSenders();
        Self.Tell(Commit.Instance);
    }

    // This thread has just woken, and may have displaced senders that have more to tell: they come first.
    private static void YieldToSenders() => Thread.Yield();

    private void CommitBatch()
    {
        if (_batch.Requests == 0)
            return;
        var failure = TryAppend(_batch.Messages);
        if (failure?.Error.IsAboutOne() == true && _batch.Requests > 1)
            CommitEach();
        else
            Settle(failure, _batch.Messages.Count, _batch.AnswerAll);
    }

    // One of several cannot be stored: in a transaction of its own it is the only one that is refused.
    private void CommitEach()
    {
        while (_batch.Requests > 0)
            Settle(TryAppend(_batch.First), _batch.First.Count, _batch.AnswerFirst);
    }

    private void SaveRoom(PersistenceCommand.SaveRoom save)
    {
        CommitBatch();
        Settle(TryWrite(store => store.Save(save.Room)), messages: 0, refused => save.ReplyTo.Tell(save.Answer(refused is null)));
    }

    private void SaveAct(PersistenceCommand.SaveAct save)
    {
        CommitBatch();
        Settle(TryWrite(store => store.Save(save.Act, save.RoomName)), messages: 0, refused => save.ReplyTo.Tell(save.Answer(refused is null)));
    }

    private WriteException? TryAppend(IReadOnlyList<MessageRecord> messages) => TryWrite(store =>
    {
        var begin = Stopwatch.GetTimestamp();
        store.Append(messages);
        ServerMeter.Committed(Context.System.Name, messages.Count, Stopwatch.GetElapsedTime(begin));
    });

    private WriteException? TryWrite(Action<IMessageStore> write)
    {
        if (_store.Current is not { } store)
            return new WriteException(WriteError.Closed, Texts.DatabaseClosed);
        try
        {
            write(store);
            return null;
        }
        catch (WriteException failure)
        {
            return failure;
        }
    }

    private void Settle(WriteException? failure, int messages, Action<NotStoredReason?> answer)
    {
        if (failure is null)
        {
            answer(null);
            return;
        }

        _failures.Write(failure, messages);
        answer(ReasonOf(failure.Error));
        Recover(failure.Error);
    }

    private static NotStoredReason ReasonOf(WriteError error) => error switch
    {
        WriteError.NumberTaken => NotStoredReason.NumberTaken,
        _ when error.MayBeStored() => NotStoredReason.Unknown,
        _ => NotStoredReason.Refused,
    };

    // A server that does not answer may keep this thread for seconds: what waits is refused before it is tried again.
    private void Recover(WriteError error)
    {
        if (error is WriteError.Gone or WriteError.TableChanged)
        {
            OpenAgain();
        }
        else if (error is WriteError.Unreachable)
        {
            _store.Close();
            OpenLater(_backoff.Next());
        }
    }

    private void OpenAgain()
    {
        _store.Close();
        try
        {
            _store.Open();
            _backoff.Reset();
            _log.Warning(Texts.DatabaseOpenedAgain);
        }
        catch (OpenException unavailable)
        {
            var pause = _backoff.Next();
            _log.Error(Texts.DatabaseRetry(unavailable.Describe(Texts), (long)pause.TotalMilliseconds));
            OpenLater(pause);
        }
    }

    private void OpenLater(TimeSpan pause) => Timers.StartSingleTimer(new Reopen(), new Reopen(), pause);

    private sealed record Commit
    {
        public static readonly Commit Instance = new();
    }

    private sealed record Reopen;

    private sealed record AccountsOverdue;
}
