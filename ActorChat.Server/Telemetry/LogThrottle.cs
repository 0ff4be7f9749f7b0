namespace ActorChat.Server.Telemetry;

/// <summary>
/// Lets one line a minute into the log, however much there is to say, and counts the rest. Knows no clock. A mutable value: keep it
/// in a field that is not read-only.
/// </summary>
internal struct LogThrottle
{
    /// <summary>The time from one line to the next.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>In the JSON log, how many lines like this one were not written.</summary>
    public const string LeftOut = "LeftOut";

    private TimeSpan? _lastAt;
    private long _leftOut;

    /// <summary>Whether to write a line now.</summary>
    /// <param name="now">On any clock that does not go back.</param>
    /// <param name="leftOut">How many lines were not written since the last one; 0 when this one is not written.</param>
    public bool TryPass(TimeSpan now, out long leftOut)
    {
        leftOut = 0;
        if (_lastAt is { } last && now - last < Pause)
        {
            _leftOut++;
            return false;
        }

        _lastAt = now;
        leftOut = _leftOut;
        _leftOut = 0;
        return true;
    }
}
