namespace ActorChat.Client.Chat;

/// <summary>
/// How fast lines are sent: as many at once as the server takes after a pause, then a little slower than it deals with them, which is ten
/// a second by default. Whoever sends faster than that for a minute is disconnected, and what waited is lost.
/// </summary>
/// <param name="linesPerSecond">In the long run; 0: no limit.</param>
internal sealed class SendRateLimiter(int linesPerSecond)
{
    /// <summary>In the long run, unless said otherwise.</summary>
    public const int DefaultLinesPerSecond = 9;

    /// <summary>How many lines go at once after a pause.</summary>
    public const int Burst = 20;

    private readonly TimeSpan _interval = linesPerSecond is 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(1.0 / linesPerSecond);

    // When the line after all those that have been sent would be due, had they come one interval after the other.
    private TimeSpan _due;

    /// <summary>How long the next line has to wait. It is taken to be sent then.</summary>
    /// <param name="now">On a clock that begins at zero and does not go back.</param>
    public TimeSpan Next(TimeSpan now)
    {
        var earliest = _due - ((Burst - 1) * _interval);
        var at = earliest > now ? earliest : now;
        _due = (_due > at ? _due : at) + _interval;
        return at - now;
    }
}
