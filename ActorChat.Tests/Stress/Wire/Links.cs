using System.Collections.Concurrent;

namespace ActorChat.Tests.Stress.Wire;

/// <summary>One round: the plans of its connections, and what happened.</summary>
internal sealed class Links(IReadOnlyList<Link> plans, Complaints complaints)
{
    private readonly ConcurrentDictionary<string, long> _ends = new();
    private long _bytes;
    private long _acknowledgements;
    private long _failures;

    /// <summary>The plans, by their numbers.</summary>
    public IReadOnlyList<Link> Plans { get; } = plans;

    /// <summary>What was not as promised.</summary>
    public Complaints Complaints { get; } = complaints;

    /// <summary>The ends of connections: two for each.</summary>
    public Outstanding Ends { get; } = new();

    /// <summary>What happened so far.</summary>
    public TcpFigures Figures => new(Plans.Count, _bytes, _acknowledgements, _failures, _ends.ToDictionary());

    /// <summary>Bytes have come.</summary>
    public void CountBytes(int bytes) => Interlocked.Add(ref _bytes, bytes);

    /// <summary>A write was acknowledged.</summary>
    public void CountAcknowledgement() => Interlocked.Increment(ref _acknowledgements);

    /// <summary>A write failed.</summary>
    public void CountFailure() => Interlocked.Increment(ref _failures);

    /// <summary>One end has been told its end.</summary>
    public void CountEnd(string how) => _ends.AddOrUpdate(how, 1, (_, count) => count + 1);
}
