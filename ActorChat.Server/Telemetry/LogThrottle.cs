namespace ActorChat.Server.Telemetry;

/// <summary>Passes one log line a minute and counts the rest. A mutable struct: keep it in a field that is not read-only.</summary>
internal struct LogThrottle
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>The JSON property with the number of suppressed lines.</summary>
    public const string LeftOut = "LeftOut";

    private TimeSpan? _lastAt;
    private long _leftOut;

    /// <param name="now">The time of a monotonic clock.</param>
    /// <param name="leftOut">The lines suppressed since the last one; 0 if this one is suppressed.</param>
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
