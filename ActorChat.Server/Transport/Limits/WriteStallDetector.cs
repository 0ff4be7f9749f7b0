namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// How long a reader has taken nothing. Probes stand in the queue between what is written; each that is answered is progress.
/// Knows no clock. A mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct WriteStallDetector
{
    private int _unanswered;
    private TimeSpan _progressAt;

    /// <summary>Whether a probe still waits for its turn.</summary>
    public readonly bool IsWaiting => _unanswered > 0;

    /// <summary>A probe is sent.</summary>
    /// <param name="now">On a clock that does not go back.</param>
    public void OnProbe(TimeSpan now)
    {
        if (!IsWaiting)
            _progressAt = now;
        _unanswered++;
    }

    /// <summary>The oldest probe is answered.</summary>
    public void OnAnswer(TimeSpan now)
    {
        _unanswered--;
        OnProgress(now);
    }

    /// <summary>The reader is known to have taken something, though not all that stands before the oldest probe.</summary>
    public void OnProgress(TimeSpan now) => _progressAt = now;

    /// <summary>For how long the reader has taken nothing of what waits; zero when nothing does.</summary>
    public readonly TimeSpan StalledFor(TimeSpan now) => IsWaiting ? now - _progressAt : TimeSpan.Zero;

    /// <summary>When it will have taken nothing for so long.</summary>
    public readonly TimeSpan StalledAt(TimeSpan timeout) => IsWaiting ? _progressAt + timeout : TimeSpan.MaxValue;
}
