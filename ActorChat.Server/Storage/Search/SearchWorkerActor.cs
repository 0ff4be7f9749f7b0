using System.Runtime.InteropServices;
using ActorChat.Server.Storage.Errors;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Storage.Search;

/// <summary>
/// Searches, and lets the index follow the messages, on a thread of its own. Where nobody has searched yet there is no index, and nothing
/// to do.
/// </summary>
internal sealed class SearchWorkerActor : ReceiveActor, ILogReceive, IWithTimers
{
    /// <summary>The messages on one page.</summary>
    public const int PageSize = 20;

    // Some tens of milliseconds of work, and one transaction.
    private const int RowsPerStep = 4000;

    // Of setpriority(2), which on Linux is for one thread: where processors are scarce, the others get three times as much.
    private const int ThisThread = 0, StepsBack = 5;

    private static readonly TimeSpan SearchLimit = TimeSpan.FromSeconds(1.5), CatchUpLimit = TimeSpan.FromSeconds(0.5);

    // Deliveries need the processor more than an index that is behind.
    private static readonly TimeSpan StepPause = TimeSpan.FromMilliseconds(20), IdlePause = TimeSpan.FromSeconds(10);

    private readonly PersistenceContext _context;
    private readonly Reopenable<IMessageSearch> _search;
    private readonly FailureLog _failures;
    private double _indexed;

    public SearchWorkerActor(PersistenceContext context)
    {
        (_context, _search) = (context, new Reopenable<IMessageSearch>(() => context.OpenSearch(true)!));
        _failures = new FailureLog(context, Context.GetLogger(), (texts, why) => texts.NotSearched(why));
        if (OperatingSystem.IsLinux())
            _ = SetPriority(ThisThread, ThisThread, StepsBack);
        Receive<SearchCommand.Find>(search =>
        {
            search.ReplyTo.Tell(Answer(search));
            Context.Parent.Tell(new SearchDone());
            Timers.StartSingleTimer(new Step(), new Step(), _indexed < 1 ? StepPause : IdlePause);
        });
        Receive<Step>(_ => Follow());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<SearchWorkerActor>(context).WithDispatcher(context.Dispatchers.Searching);

    protected override void PreStart() => Timers.StartSingleTimer(new Step(), new Step(), IdlePause);

    // The asker waits for an answer, and the parent for the end.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is SearchCommand.Find search)
        {
            search.ReplyTo.Tell(new SearchEvent.NotFound(search.Request, NotFoundReason.Unavailable));
            Context.Parent.Tell(new SearchDone());
        }

        base.PreRestart(reason, message);
    }

    protected override void PostStop() => _search.Close();

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int priority);

    private SearchEvent Answer(SearchCommand.Find asked)
    {
        try
        {
            var page = _search.UseOrRetry(search =>
            {
                CatchUp(search);
                return search.Find(asked.Query, PageSize, SearchLimit);
            });
            return new SearchEvent.Found(asked.Request, page, _indexed);
        }
        catch (TimeoutException)
        {
            return new SearchEvent.NotFound(asked.Request, NotFoundReason.TooSlow);
        }
        catch (OpenException unavailable)
        {
            _search.Close();
            _failures.Write(unavailable);
            return new SearchEvent.NotFound(asked.Request, NotFoundReason.Unavailable);
        }
    }

    // What the index has can be found even where it cannot be written. One that is gone is opened, and made, anew.
    private void CatchUp(IMessageSearch search)
    {
        try
        {
            var began = _context.Clock.GetTimestamp();
            do
                _indexed = search.CatchUp(RowsPerStep);
            while (_indexed < 1 && _context.Clock.GetElapsedTime(began) < CatchUpLimit);
        }
        catch (OpenException unwritten) when (unwritten.Error is not (OpenError.FileMissing or OpenError.Damaged))
        {
            _failures.Write(unwritten);
        }
    }

    private void Follow()
    {
        var pause = IdlePause;
        try
        {
            if (!_search.TryOpen(() => _context.OpenSearch(false)))
                return;
            _indexed = _search.UseOrRetry(search => search.CatchUp(RowsPerStep));
            if (_indexed < 1)
                pause = StepPause;
        }
        catch (OpenException unavailable)
        {
            _search.Close();
            _failures.Write(unavailable);
        }

        Timers.StartSingleTimer(new Step(), new Step(), pause);
    }

    private sealed record Step;
}
