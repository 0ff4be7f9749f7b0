namespace ActorChat.Server.Transport.Liveness;

/// <summary>
/// Evaluates TCP counters. The peer is alive if it has acknowledged anything since the start. It is dead if three probes are unanswered and the
/// first was sent at least 3 s ago. Silence without a probe proves nothing. With data in flight, TCP retransmits it instead of probing.
/// </summary>
internal sealed class LivenessEvaluator(TcpCounters before)
{
    private const int MaxUnanswered = 3;

    // Longer than any round trip.
    private static readonly TimeSpan MaxRoundTrip = TimeSpan.FromSeconds(3);

    private TimeSpan? _probedAt;

    /// <summary>Evaluates the counters at a time since the start.</summary>
    public PeerLiveness Evaluate(TcpCounters now, TimeSpan elapsed)
    {
        if (!now.IsOpen)
            return PeerLiveness.Gone;
        if (now.LastAck < elapsed)
            return PeerLiveness.Present;
        if (now.Unanswered > before.Unanswered || now.Retransmissions > before.Retransmissions)
            _probedAt ??= elapsed;
        return elapsed - _probedAt >= MaxRoundTrip && now.Unanswered >= MaxUnanswered ? PeerLiveness.Gone : PeerLiveness.None;
    }
}

/// <summary>
/// TCP counters of a connection at one moment. Gives the time since the last acknowledgement, and the retransmissions and probes unanswered
/// in a row. Gives also the total of retransmissions. Not open after a reset.
/// </summary>
internal readonly record struct TcpCounters(bool IsOpen, TimeSpan LastAck, int Unanswered, long Retransmissions);
