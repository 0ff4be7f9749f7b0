namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>
/// What the actors of one type have done since their system began. The living count for themselves; what the dead had counted is
/// kept here. The lock moves an actor from one to the other, so that no sum misses it or has it twice, and none ever shrinks.
/// </summary>
/// <param name="system">The name of the actor system.</param>
/// <param name="type">The type.</param>
internal sealed class ActorTypeStats(string system, Type type)
{
    private readonly Lock _lock = new();
    private readonly List<CountingMessageQueue> _living = [];

    // Of the living who were restarted at all: they are few, and a field would cost each actor.
    private readonly Dictionary<CountingMessageQueue, int> _restarted = [];
    private long _processedByTheDead;
    private long _restarts;

    /// <summary>The name of the actor system.</summary>
    public string System => system;

    /// <summary>The type.</summary>
    public Type Type => type;

    /// <summary>How many are alive.</summary>
    public long Living
    {
        get
        {
            lock (_lock)
                return _living.Count;
        }
    }

    /// <summary>The messages in the mailboxes of those alive.</summary>
    public long Waiting
    {
        get
        {
            lock (_lock)
                return _living.Sum(queue => (long)queue.Waiting);
        }
    }

    /// <summary>The messages taken up, by the living and the dead.</summary>
    public long Processed
    {
        get
        {
            lock (_lock)
                return _processedByTheDead + _living.Sum(queue => queue.Processed);
        }
    }

    /// <summary>The restarts, of the living and the dead.</summary>
    public long Restarts => Volatile.Read(ref _restarts);

    /// <summary>How often one of the living was restarted.</summary>
    public int RestartsOf(CountingMessageQueue queue)
    {
        lock (_lock)
            return _restarted.GetValueOrDefault(queue);
    }

    /// <summary>One was restarted.</summary>
    public void CountRestart(CountingMessageQueue queue)
    {
        lock (_lock)
        {
            _restarts++;
            _restarted[queue] = _restarted.GetValueOrDefault(queue) + 1;
        }
    }

    /// <summary>One begins to live.</summary>
    public void Add(CountingMessageQueue queue)
    {
        lock (_lock)
        {
            queue.Index = _living.Count;
            _living.Add(queue);
        }
    }

    /// <summary>One has ended. Called once for each.</summary>
    public void Remove(CountingMessageQueue queue)
    {
        lock (_lock)
        {
            _processedByTheDead += queue.Processed;
            _restarted.Remove(queue);
            var last = _living[^1];
            _living[queue.Index] = last;
            last.Index = queue.Index;
            _living.RemoveAt(_living.Count - 1);
        }
    }
}
