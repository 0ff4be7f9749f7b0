namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>
/// Statistics of all actors of one type. Live actors count for themselves; totals of stopped ones are kept here. The lock
/// makes the transition atomic, so that sums are exact and never shrink.
/// </summary>
internal sealed class ActorTypeStats(string system, Type type)
{
    private readonly Lock _lock = new();
    private readonly List<CountingMessageQueue> _live = [];

    // Only restarted actors have an entry, as they are few; a field would cost memory for each actor.
    private readonly Dictionary<CountingMessageQueue, int> _restarted = [];
    private long _processedByStopped;
    private long _restarts;

    public string System => system;

    public Type Type => type;

    public long Live => Locked(() => _live.Count);

    public long Waiting => Locked(() => _live.Sum(queue => (long)queue.Waiting));

    public long Processed => Locked(() => _processedByStopped + _live.Sum(queue => queue.Processed));

    public long Restarts => Volatile.Read(ref _restarts);

    public int RestartsOf(CountingMessageQueue queue) => Locked(() => _restarted.GetValueOrDefault(queue));

    public void CountRestart(CountingMessageQueue queue)
    {
        lock (_lock)
        {
            _restarts++;
            _restarted[queue] = _restarted.GetValueOrDefault(queue) + 1;
        }
    }

    public void Add(CountingMessageQueue queue)
    {
        lock (_lock)
        {
            queue.Index = _live.Count;
            _live.Add(queue);
        }
    }

    /// <summary>Called once for each stopped actor.</summary>
    public void Remove(CountingMessageQueue queue)
    {
        lock (_lock)
        {
            _processedByStopped += queue.Processed;
            _restarted.Remove(queue);
            var last = _live[^1];
            _live[queue.Index] = last;
            last.Index = queue.Index;
            _live.RemoveAt(_live.Count - 1);
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }
}
