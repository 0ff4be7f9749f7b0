namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// Measures how long a reader makes no progress. Probes queue between the writes, and each answer is progress. Knows no clock. A mutable
/// value: keep it in a field that is not read-only.
/// </summary>
internal struct WriteStallDetector
{
    private int _unanswered;
    private TimeSpan _progressAt;

    /// <summary>Whether a probe is unanswered.</summary>
    public readonly bool IsWaiting => _unanswered > 0;

    public void OnProbe(TimeSpan now)
    {
        if (!IsWaiting)
            _progressAt = now;
        _unanswered++;
    }

    public void OnAnswer(TimeSpan now)
    {
        _unanswered--;
        OnProgress(now);
    }

    /// <summary>Notes progress before the oldest probe is answered.</summary>
    public void OnProgress(TimeSpan now) => _progressAt = now;

    /// <summary>How long the reader has made no progress; zero without an unanswered probe.</summary>
    public readonly TimeSpan StalledFor(TimeSpan now) => IsWaiting ? now - _progressAt : TimeSpan.Zero;

    /// <summary>The time when the stall reaches the timeout.</summary>
    public readonly TimeSpan StalledAt(TimeSpan timeout) => IsWaiting ? _progressAt + timeout : TimeSpan.MaxValue;
}
