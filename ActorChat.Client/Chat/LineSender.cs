using ActorChat.Client.Net;

namespace ActorChat.Client.Chat;

/// <summary>Sends whole lines for several callers at once, at a rate that the server takes.</summary>
internal sealed class LineSender(Connection connection, SendRateLimiter limiter, TimeProvider clock) : IDisposable
{
    private readonly long _begun = clock.GetTimestamp();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits until the rate allows another line.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var wait = limiter.Next(clock.GetElapsedTime(_begun));
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellation);
    }

    /// <summary>Sends one line at that rate.</summary>
    /// <inheritdoc cref="Connection.SendLineAsync"/>
    public async Task<bool> SendAsync(string line, CancellationToken cancellation)
    {
        await WaitAsync(cancellation);
        return await SendNowAsync(line, cancellation);
    }

    /// <summary>Sends one line, or several that are ended by newlines but for the last, at once.</summary>
    /// <inheritdoc cref="Connection.SendLineAsync"/>
    public async Task<bool> SendNowAsync(string lines, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await connection.SendLineAsync(lines, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
