using System.Diagnostics;
using ActorChat.Actors.Watching;

namespace Akka.Actor;

/// <summary>
/// What can be seen of an actor from outside. Counted by the actor's own thread of work in plain fields; whoever looks reads them
/// without a lock.
/// </summary>
internal sealed partial class ActorCell
{
    private readonly long _madeAt = Environment.TickCount64;
    private long _busyTicks;
    private int _restarts;

    /// <summary>Whether what the actor has counted is among the dead's. Guarded by the lock of <see cref="SystemActivity"/>.</summary>
    public bool IsBuried { get; set; }

    /// <summary>What the actor has counted.</summary>
    public ActorTotals Totals => new(1, Mailbox.Count, InWorkNumber, _restarts);

    private ActorState WatchedState => _state switch
    {
        Lifecycle.New => ActorState.Starting,
        Lifecycle.Running when Mailbox.IsSuspended => ActorState.Suspended,
        Lifecycle.Running => ActorState.Running,
        Lifecycle.Restarting => ActorState.Restarting,
        _ => ActorState.Stopping,
    };

    /// <summary>The cells of the children.</summary>
    public IEnumerable<ActorCell> ChildCells() => _children?.All().OfType<LocalActorRef>().Select(child => child.Cell) ?? [];

    /// <summary>The actor at this moment.</summary>
    /// <param name="children">Those of its children.</param>
    public ActorSnapshot Snapshot(IReadOnlyList<ActorSnapshot> children) => new(
        Self.Path.Name,
        Self.Path.Uid,
        _actor?.GetType() ?? Props.Type,
        WatchedState,
        Mailbox.Count,
        InWorkNumber,
        _restarts,
        TimeSpan.FromMilliseconds(Environment.TickCount64 - _madeAt),
        TimeSpan.FromTicks(Volatile.Read(ref _busyTicks)),
        _inWork.Message?.GetType(),
        children);

    // When the work on a message began; 0 when nobody wants to know.
    private static long StartOfWork() => RuntimeMeter.MeasuresProcessing ? Stopwatch.GetTimestamp() : 0;

    private void Measure(long startOfWork)
    {
        var duration = Stopwatch.GetElapsedTime(startOfWork);
        _busyTicks += duration.Ticks;
        RuntimeMeter.RecordProcessing(this, duration);
    }
}
