using System.Collections.Concurrent;

namespace ActorChat.Tests.Stress.Population;

/// <summary>One round: the places of the workers, who has one now, who ever had one, and what happened.</summary>
internal sealed class World(int slots, int senders, int seed, Complaints complaints)
{
    private readonly Life?[] _now = new Life?[slots];
    private volatile bool _closing;
    private long _restarts;
    private long _resumes;
    private long _deadLetters;
    private long _ends;

    /// <summary>What is random begins with it.</summary>
    public int Seed { get; } = seed;

    /// <summary>How many places there are.</summary>
    public int Slots { get; } = slots;

    /// <summary>What was not as promised.</summary>
    public Complaints Complaints { get; } = complaints;

    /// <summary>The messages.</summary>
    public Outstanding Messages { get; } = new();

    /// <summary>Every worker that there was.</summary>
    public ConcurrentQueue<Life> Lives { get; } = new();

    /// <summary>The accounts of workers with their neighbours.</summary>
    public ConcurrentQueue<Pair> Relays { get; } = new();

    /// <summary>Whether nobody is to be replaced any more.</summary>
    public bool IsClosing => _closing;

    /// <summary>How often workers and supervisors were restarted.</summary>
    public long Restarts => Volatile.Read(ref _restarts);

    /// <summary>How often workers failed and went on.</summary>
    public long Resumes => Volatile.Read(ref _resumes);

    /// <summary>How many messages nobody worked on.</summary>
    public long DeadLetters => Volatile.Read(ref _deadLetters);

    /// <summary>How many ends watchers were told of.</summary>
    public long Ends => Volatile.Read(ref _ends);

    /// <summary>Who has this place; null before the first.</summary>
    public Life? At(int slot) => Volatile.Read(ref _now[slot]);

    /// <summary>A new life for a place, which nobody sees before <see cref="Settle"/>.</summary>
    public Life NewLife(int slot) => new(slot, senders);

    /// <summary>Gives a life its place.</summary>
    public void Settle(Life life)
    {
        Lives.Enqueue(life);
        Volatile.Write(ref _now[life.Slot], life);
    }

    /// <summary>From now on nobody is replaced.</summary>
    public void Close() => _closing = true;

    /// <summary>Lets go of all lives, so that one that somebody still holds does not hold the others.</summary>
    public void Forget()
    {
        foreach (var life in Lives)
            life.ToNeighbour = null;
        Array.Clear(_now);
        Lives.Clear();
        Relays.Clear();
    }

    /// <summary>Something was restarted.</summary>
    public void CountRestart() => Interlocked.Increment(ref _restarts);

    /// <summary>A worker went on.</summary>
    public void CountResume() => Interlocked.Increment(ref _resumes);

    /// <summary>A message was not worked on.</summary>
    public void CountDeadLetter() => Interlocked.Increment(ref _deadLetters);

    /// <summary>A watcher was told of an end.</summary>
    public void CountEnd() => Interlocked.Increment(ref _ends);
}
