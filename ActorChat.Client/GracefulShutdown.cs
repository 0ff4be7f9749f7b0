namespace ActorChat.Client;

/// <summary>
/// The user's wish to leave (Ctrl+C, a termination signal), in two steps: the first request asks for a polite end and starts a
/// countdown; the second request, or the end of the countdown, forces it.
/// </summary>
/// <param name="patience">How long a polite end may take, at most.</param>
/// <param name="clock">Counts down.</param>
internal sealed class GracefulShutdown(TimeSpan patience, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly CancellationTokenSource _forced = new(Timeout.InfiniteTimeSpan, clock);
    private int _requests;

    /// <summary>Cancelled by the first request: read no more input, say goodbye.</summary>
    public CancellationToken Asked => _asked.Token;

    /// <summary>Cancelled when there is nothing left to wait for. Never before <see cref="Asked"/>.</summary>
    public CancellationToken Forced => _forced.Token;

    /// <summary>Whether a second request has forced the end.</summary>
    public bool WasInsisted => Volatile.Read(ref _requests) > 1;

    /// <summary>
    /// Safe to call from any thread, any number of times, and when all is over: keys and signals that come then mean nothing any more.
    /// </summary>
    public void Request()
    {
        try
        {
            if (Interlocked.Increment(ref _requests) > 1)
            {
                _forced.Cancel();
                return;
            }

            _forced.CancelAfter(patience);
            _asked.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // A key or a signal of the last moment: the session has ended, which is what was asked for.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _asked.Dispose();
        _forced.Dispose();
    }
}
