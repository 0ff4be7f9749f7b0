using Akka.Actor;

namespace ActorChat.Tests.Stress.Population;

/// <summary>What outlives the restarts of one worker, from its making to its stop.</summary>
/// <param name="slot">Its place among the workers.</param>
/// <param name="senders">How many senders there are that are no workers.</param>
internal sealed class Life(int slot, int senders)
{
    private readonly Pair?[] _pairs = new Pair?[senders];
    private int _inside;
    private int _ends;

    /// <summary>Its place among the workers.</summary>
    public int Slot { get; } = slot;

    /// <summary>The actor; set before anybody else sees this life.</summary>
    public IActorRef Ref { get; set; } = ActorRefs.Nobody;

    /// <summary>The account of what it sends to its neighbour; only it touches it.</summary>
    public Pair? ToNeighbour { get; set; }

    /// <summary>The number of the last timer it started; goes on over restarts, so that a tick from before is told from a new one.</summary>
    public int Timers { get; set; }

    /// <summary>Whether it has stopped.</summary>
    public bool HasEnded => Volatile.Read(ref _ends) > 0;

    /// <summary>Whether it has stopped, once.</summary>
    public bool HasEndedOnce => Volatile.Read(ref _ends) == 1;

    /// <summary>All accounts of senders that are no workers.</summary>
    public IEnumerable<Pair> Pairs => _pairs.OfType<Pair>();

    /// <summary>The account of a sender; only that sender asks.</summary>
    public Pair From(int sender) => _pairs[sender] ??= new Pair(this);

    /// <summary>The actor begins to do something. Whether it is alone, as it must be.</summary>
    public bool Enter() => Interlocked.Increment(ref _inside) == 1;

    /// <summary>The actor has done something.</summary>
    public void Exit() => Interlocked.Decrement(ref _inside);

    /// <summary>The actor has stopped.</summary>
    public void End() => Interlocked.Increment(ref _ends);

    /// <inheritdoc/>
    public override string ToString() => $"{Ref} (slot {Slot})";
}
