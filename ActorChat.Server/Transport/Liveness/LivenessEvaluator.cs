namespace ActorChat.Server.Transport.Liveness;

/// <summary>
/// Judges a peer by what TCP says. It is there if it acknowledged anything since it was asked. It is gone if it has left three questions
/// unanswered, the first of those since it was asked some seconds ago: silence alone proves nothing, as long as nothing was sent that
/// calls for an answer. (Where something is under way already, TCP does not ask, but sends that again, with growing pauses.)
/// </summary>
/// <param name="before">What TCP said when the peer was asked.</param>
internal sealed class LivenessEvaluator(TcpCounters before)
{
    private const int MostUnanswered = 3;

    // More than the way there and back takes anywhere.
    private static readonly TimeSpan LongestWay = TimeSpan.FromSeconds(3);

    private TimeSpan? _askedAt;

    /// <summary>The judgement at some moment.</summary>
    /// <param name="now">What TCP says.</param>
    /// <param name="elapsed">The time since the peer was asked.</param>
    public PeerLiveness Evaluate(TcpCounters now, TimeSpan elapsed)
    {
        if (!now.IsOpen)
            return PeerLiveness.Gone;
        if (now.LastAck < elapsed)
            return PeerLiveness.Present;
        if (now.Unanswered > before.Unanswered || now.Retransmissions > before.Retransmissions)
            _askedAt ??= elapsed;
        return elapsed - _askedAt >= LongestWay && now.Unanswered >= MostUnanswered ? PeerLiveness.Gone : PeerLiveness.None;
    }
}

/// <summary>What TCP says of a connection at one moment.</summary>
/// <param name="IsOpen">Whether there is a connection at all; not after a reset.</param>
/// <param name="LastAck">How long ago the peer last acknowledged anything.</param>
/// <param name="Unanswered">How many retransmissions, or questions whether it is there, it has left unanswered in a row.</param>
/// <param name="Retransmissions">How many there ever were.</param>
internal readonly record struct TcpCounters(bool IsOpen, TimeSpan LastAck, int Unanswered, long Retransmissions);
