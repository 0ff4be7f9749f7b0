namespace Akka.Actor;

/// <summary>
/// The children of one actor: those that live and, among them, those that have been told to stop. Guarded by a lock, because the
/// guardians' children are also made and looked up from outside.
/// </summary>
internal sealed class ChildrenContainer
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ChildRestartStats> _byName = [];
    private readonly HashSet<InternalActorRef> _stopping = [];
    private long _lastName;
    private bool _closed;

    /// <summary>Whether any child lives, stopping ones included.</summary>
    public bool Any
    {
        get
        {
            lock (_lock)
                return _byName.Count > 0;
        }
    }

    /// <summary>Whether any child has been told to stop and has not ended yet.</summary>
    public bool AnyStopping
    {
        get
        {
            lock (_lock)
                return _stopping.Count > 0;
        }
    }

    /// <summary>Makes and adds a child.</summary>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <param name="make">Makes it, given its name; called under the lock and must not throw after having made it.</param>
    /// <exception cref="InvalidActorNameException">The name is taken.</exception>
    /// <exception cref="InvalidOperationException">The parent is stopping.</exception>
    public LocalActorRef Add(string? name, Func<string, LocalActorRef> make)
    {
        lock (_lock)
        {
            if (_closed)
                throw new InvalidOperationException("Cannot create child while terminating or terminated");
            name ??= ActorNames.Generated(++_lastName);
            if (_byName.ContainsKey(name))
                throw new InvalidActorNameException($"Actor name \"{name}\" is not unique!");
            var child = make(name);
            _byName.Add(name, new ChildRestartStats(child));
            return child;
        }
    }

    /// <summary>Refuses new children from now on.</summary>
    public void Close()
    {
        lock (_lock)
            _closed = true;
    }

    public InternalActorRef? Find(string name)
    {
        lock (_lock)
            return _byName.GetValueOrDefault(name)?.ChildRef;
    }

    /// <summary>The count of restarts of this very child; null where it is not one.</summary>
    public ChildRestartStats? StatsOf(IActorRef child)
    {
        lock (_lock)
            return _byName.GetValueOrDefault(child.Path.Name) is { } stats && stats.ChildRef.Equals(child) ? stats : null;
    }

    public IReadOnlyList<InternalActorRef> All() => [.. AllStats().Select(s => s.ChildRef)];

    /// <summary>As <see cref="All"/>, but only looked up when somebody asks: with many children, each death must not cost a look at all.</summary>
    public IEnumerable<InternalActorRef> AllOnDemand()
    {
        foreach (var child in All())
            yield return child;
    }

    public IReadOnlyList<ChildRestartStats> AllStats()
    {
        lock (_lock)
            return [.. _byName.Values];
    }

    /// <summary>Notes that a child has been told to stop. False when it is no child, or has been told before.</summary>
    public bool MarkStopping(InternalActorRef child)
    {
        lock (_lock)
            return StatsOf(child) is not null && _stopping.Add(child);
    }

    /// <summary>Forgets a child that has ended. False when it was none.</summary>
    public bool Remove(InternalActorRef child)
    {
        lock (_lock)
        {
            if (StatsOf(child) is null)
                return false;
            _byName.Remove(child.Path.Name);
            _stopping.Remove(child);
            return true;
        }
    }
}
