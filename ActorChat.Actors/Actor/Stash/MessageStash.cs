namespace Akka.Actor;

/// <summary>The stash of one instance of an actor.</summary>
/// <param name="cell">The actor.</param>
/// <param name="capacity">How many messages it holds; 0 or less for any number.</param>
internal sealed class MessageStash(ActorCell cell, int capacity) : IStash
{
    private LinkedList<Envelope> _stashed = [];
    private long _lastStashed;
    private bool _closed;

    public int Count => _stashed.Count;

    public bool IsEmpty => Count == 0;

    public bool NonEmpty => Count > 0;

    public bool IsFull => capacity > 0 && Count >= capacity;

    public int Capacity => capacity;

    public void Stash()
    {
        var message = cell.InWork.Message ?? throw new IllegalActorStateException("There is no message in work that could be stashed.");
        if (_lastStashed == cell.InWorkNumber)
            throw new IllegalActorStateException($"Can't stash the same message {message} more than once");
        if (IsFull)
            throw new StashOverflowException($"Couldn't enqueue message {message} from {cell.Sender} to stash of {cell.Self}: it holds {capacity} already.");
        _lastStashed = cell.InWorkNumber;
        if (_closed)
            cell.Requeue(cell.InWork);
        else
            _stashed.AddLast(cell.InWork);
    }

    public void Unstash()
    {
        if (_stashed.First is not { Value: var oldest })
            return;
        _stashed.RemoveFirst();
        cell.Requeue(oldest);
    }

    public void UnstashAll() => UnstashAll(_ => true);

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        var stashed = TakeAll();
        for (var node = stashed.Last; node is not null; node = node.Previous)
        {
            if (predicate(node.Value))
                cell.Requeue(node.Value);
        }
    }

    public IEnumerable<Envelope> ClearStash() => TakeAll();

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes.Reverse())
            _stashed.AddFirst(envelope);
    }

    /// <summary>
    /// The instance is gone: everything goes back, also what a task of the instance that has outlived it may still put aside.
    /// </summary>
    public void Close()
    {
        _closed = true;
        UnstashAll();
    }

    private LinkedList<Envelope> TakeAll()
    {
        var all = _stashed;
        _stashed = [];
        return all;
    }
}
