using Akka.Actor;

namespace ActorChat.Actors.Watching;

/// <summary>
/// What the actors of one system do, in numbers. The living count for themselves, in plain fields; what the dead had counted is
/// kept here. An actor is moved from one to the other under a lock, so that no sum misses it or has it twice, and none ever shrinks.
/// </summary>
internal sealed class SystemActivity(ActorSystemImpl system)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, ActorTotals> _dead = [];
    private long _deadLetters;

    /// <summary>The system's name.</summary>
    public string System => system.Name;

    /// <summary>The messages that nobody could receive, those left out that are no news.</summary>
    public long DeadLetters => Volatile.Read(ref _deadLetters);

    /// <summary>The TCP layer's part.</summary>
    public TcpActivity Tcp { get; } = new();

    public void CountDeadLetter() => Interlocked.Increment(ref _deadLetters);

    /// <summary>Takes over what an actor has counted, which ends. Called once for each.</summary>
    public void Bury(ActorCell cell)
    {
        lock (_lock)
        {
            cell.IsBuried = true;
            Add(_dead, cell, cell.Totals with { Live = 0, Waiting = 0 });
        }
    }

    /// <summary>The sums by the type of the actors.</summary>
    public IReadOnlyDictionary<Type, ActorTotals> ByType()
    {
        var cells = LiveCells();
        lock (_lock)
        {
            var sums = new Dictionary<Type, ActorTotals>(_dead);
            foreach (var cell in cells.Where(cell => !cell.IsBuried))
                Add(sums, cell, cell.Totals);
            return sums;
        }
    }

    private static void Add(Dictionary<Type, ActorTotals> sums, ActorCell cell, ActorTotals more) =>
        sums[cell.Props.Type] = sums.GetValueOrDefault(cell.Props.Type) + more;

    private List<ActorCell> LiveCells()
    {
        var cells = new List<ActorCell> { system.Provider.Root.Cell };
        for (var i = 0; i < cells.Count; i++)
            cells.AddRange(cells[i].ChildCells());
        return cells;
    }
}
