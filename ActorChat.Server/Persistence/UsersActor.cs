using ActorChat.Server.Resources;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Persistence;

/// <summary>
/// Writes down who was seen when, apart from the messages. What comes while a transaction runs, or while the database is away,
/// is kept by nickname, the latest time for each, and written together; failures are tried again with growing pauses.
/// </summary>
internal sealed class UsersActor : ReceiveActor, ILogReceive, IWithTimers
{
    // Far more than can be connected; whoever is left out here is written down at the next visit.
    private const int MaxPending = 100_000;

    private readonly PersistenceContext _context;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Dictionary<string, DateTime> _pending = [];
    private readonly Backoff _backoff = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30));
    private IUserStore? _store;

    public UsersActor(PersistenceContext context)
    {
        _context = context;
        Receive<PersistenceCommand.SawUser>(seen => Add(seen.Nickname));
        Receive<Flush>(_ => WritePending());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private Texts Texts => _context.Texts;

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<UsersActor>(context).WithDispatcher(context.UsersDispatcher);

    protected override void PostStop()
    {
        if (_pending.Count > 0 && TryWrite() is { } failure)
            _log.Error(Texts.UsersLost(_pending.Count, failure));
        _store?.Dispose();
    }

    private void Add(string nickname)
    {
        if (_pending.Count >= MaxPending && !_pending.ContainsKey(nickname))
        {
            _log.Warning(Texts.UserNotRecorded(nickname, Texts.TooManyUsersWaiting));
            return;
        }

        _pending[nickname] = _context.Clock.GetLocalNow().DateTime;
        if (_pending.Count == 1 && !Timers.IsTimerActive(Flush.Instance))
            Self.Tell(Flush.Instance);
    }

    private void WritePending()
    {
        if (_pending.Count == 0 || Timers.IsTimerActive(Flush.Instance))
            return;
        if (TryWrite() is not { } failure)
            return;
        var pause = _backoff.Next();
        _log.Warning(Texts.UsersRetry(_pending.Count, failure, (long)pause.TotalMilliseconds));
        Timers.StartSingleTimer(Flush.Instance, Flush.Instance, pause);
    }

    // Null when all is written, else the reason.
    private string? TryWrite()
    {
        try
        {
            _store ??= _context.OpenUsers();
            _store.Upsert([.. _pending.Select(seen => new UserSighting(seen.Key, seen.Value))]);
            _pending.Clear();
            _backoff.Reset();
            return null;
        }
        catch (Exception failure) when (failure is StorageException or StorageUnavailableException)
        {
            return failure.Message;
        }
    }

    private sealed record Flush
    {
        public static readonly Flush Instance = new();
    }
}
