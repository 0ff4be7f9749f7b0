using System.Collections.Concurrent;

namespace Akka.TestKit.Internal;

/// <summary>
/// The messages that the test actor has received and the test has not taken yet. The test waits on a semaphore that counts them:
/// it wakes when one arrives, and never looks in between.
/// </summary>
internal sealed class ReceivedMessages : IDisposable
{
    private readonly ConcurrentQueue<MessageEnvelope> _messages = new();
    private readonly SemaphoreSlim _count = new(0);

    /// <summary>What waits to be taken, oldest first.</summary>
    public MessageEnvelope[] Waiting => [.. _messages];

    /// <summary>Whether anything waits to be taken.</summary>
    public bool Any => !_messages.IsEmpty;

    public void Add(MessageEnvelope envelope)
    {
        _messages.Enqueue(envelope);
        _count.Release();
    }

    /// <summary>Waits for the next message and takes it; null when none came in time.</summary>
    /// <param name="blocking">Whether to block the thread, so that the result is there on return.</param>
    /// <param name="limit">How long to wait; 0 or less to not wait at all.</param>
    /// <param name="token">Calls the wait off.</param>
    public async ValueTask<MessageEnvelope?> Take(bool blocking, TimeSpan limit, CancellationToken token)
    {
        if (!await Wait(blocking, limit, token).ConfigureAwait(false))
            return null;
        return _messages.TryDequeue(out var envelope) ? envelope : null;
    }

    /// <summary>Waits for the next message and leaves it there; null when none came in time.</summary>
    public async ValueTask<MessageEnvelope?> Peek(bool blocking, TimeSpan limit, CancellationToken token)
    {
        if (!await Wait(blocking, limit, token).ConfigureAwait(false))
            return null;
        _count.Release();
        return _messages.TryPeek(out var envelope) ? envelope : null;
    }

    public void Dispose() => _count.Dispose();

    private async ValueTask<bool> Wait(bool blocking, TimeSpan limit, CancellationToken token)
    {
        var positive = limit < TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : limit;
        return blocking ? _count.Wait(positive, token) : await _count.WaitAsync(positive, token).ConfigureAwait(false);
    }
}
