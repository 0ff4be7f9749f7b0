namespace ActorChat.Server.Net.Fairness;

/// <summary>How long a reader has taken nothing, found by looking at its writes now and then. Knows no clock. A mutable value.</summary>
internal struct StallWatch
{
    private long _write;
    private TimeSpan _seenAt;

    /// <summary>Looks at the write that is under way.</summary>
    /// <param name="write">Its number, from 1.</param>
    /// <param name="now">On a clock that does not go back.</param>
    /// <returns>For how long it has been seen under way.</returns>
    public TimeSpan Look(long write, TimeSpan now)
    {
        if (write != _write)
        {
            _write = write;
            _seenAt = now;
        }

        return now - _seenAt;
    }
}
