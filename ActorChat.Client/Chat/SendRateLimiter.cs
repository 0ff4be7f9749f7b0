namespace ActorChat.Client.Chat;

/// <summary>
/// Delays lines so that the server never finds them too many: it disconnects a client that sends faster than its limit, ten lines a
/// second by default, for a minute, and what waited is lost.
/// </summary>
/// <param name="linesPerSecond">In the long run; 0: no limit.</param>
internal sealed class SendRateLimiter(int linesPerSecond)
{
    /// <summary>A little slower than the server's default limit.</summary>
    public const int DefaultLinesPerSecond = 9;

    /// <summary>How many lines go at once after a pause.</summary>
    public const int Burst = 20;

    private readonly Lock _lock = new();
    private TokenBucket _lines;

    /// <summary>How long the next line has to wait, on a clock that does not go back. It is taken to be sent then.</summary>
    /// <remarks>Used by several senders at once.</remarks>
    public TimeSpan Next(TimeSpan now)
    {
        if (linesPerSecond is 0)
            return TimeSpan.Zero;

        lock (_lock)
        {
            var rate = new Rate(linesPerSecond, Burst);
            var next = _lines.NextAt(rate);
            var at = next > now ? next : now;
            _lines.TryTake(rate, at);
            return at - now;
        }
    }
}
