using Akka.Actor;

namespace ActorChat.Server.Storage.Search;

/// <summary>
/// Lets searches wait in line, and gives one at a time to its child, which may take long. So each is answered in time, whatever the others
/// look for.
/// </summary>
internal sealed class SearchActor : ReceiveActor, ILogReceive
{
    /// <summary>Its name in the tree.</summary>
    public const string Name = "search";

    /// <summary>The searches that may wait.</summary>
    public const int Capacity = 100;

    // Ends, together with the limit of a search itself, before the chat stops waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _clock;
    private readonly Queue<(SearchCommand.Find Search, long Since)> _waiting = [];
    private readonly IActorRef _worker;
    private bool _isBusy;

    public SearchActor(PersistenceContext context)
    {
        _clock = context.Clock;
        _worker = Context.Child("worker").GetOrElse(() => Context.ActorOf(SearchWorkerActor.PropsFor(context), "worker"));
        Receive<SearchCommand.Find>(Add);
        Receive<SearchDone>(_ =>
        {
            _isBusy = false;
            Next();
        });
    }

    public static Props PropsFor(PersistenceContext context) => Props.Create<SearchActor>(context);

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(PersistenceSupervision.Decide);

    // Keeps the child: stopping it would wait for its database.
    protected override void PreRestart(Exception reason, object? message)
    {
        foreach (var (search, _) in _waiting)
            Refuse(search);
    }

    private static void Refuse(SearchCommand.Find search) =>
        search.ReplyTo.Tell(new SearchEvent.NotFound(search.Request, NotFoundReason.Busy));

    private void Add(SearchCommand.Find search)
    {
        if (_waiting.Count >= Capacity)
        {
            Refuse(search);
            return;
        }

        _waiting.Enqueue((search, _clock.GetTimestamp()));
        Next();
    }

    private void Next()
    {
        while (!_isBusy && _waiting.TryDequeue(out var next))
        {
            _isBusy = _clock.GetElapsedTime(next.Since) < Patience;
            if (_isBusy)
                _worker.Tell(next.Search);
            else
                Refuse(next.Search);
        }
    }
}

/// <summary>The worker has answered a search.</summary>
internal sealed record SearchDone;
