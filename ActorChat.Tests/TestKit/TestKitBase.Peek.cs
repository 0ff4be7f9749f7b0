namespace Akka.TestKit;

/// <content>Looking at the next message, which stays to be taken.</content>
public abstract partial class TestKitBase
{
    /// <summary>The next message; null when none comes in time. An infinite time waits until called off.</summary>
    public object? PeekOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Ended(Peek(true, PerhapsInfinite(max), cancellationToken))?.Message;

    /// <summary>The next message; null when none comes in time. An infinite time waits until called off.</summary>
    public async ValueTask<object?> PeekOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Peek(false, PerhapsInfinite(max), cancellationToken).ConfigureAwait(false))?.Message;

    /// <summary>The next message, however long it takes to come.</summary>
    /// <exception cref="OperationCanceledException">The wait was called off.</exception>
    public object? PeekOne(CancellationToken cancellationToken) => PeekOne(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>The next message, however long it takes to come.</summary>
    /// <exception cref="OperationCanceledException">The wait was called off.</exception>
    public ValueTask<object?> PeekOneAsync(CancellationToken cancellationToken) => PeekOneAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>The next message with its sender. False when none comes in time.</summary>
    public bool TryPeekOne(out MessageEnvelope envelope, TimeSpan? max, CancellationToken cancellationToken) =>
        Found(Ended(Peek(true, PerhapsInfinite(max), cancellationToken)), out envelope);

    /// <summary>The next message with its sender. False when none comes in time.</summary>
    public async ValueTask<(bool Success, MessageEnvelope Envelope)> TryPeekOneAsync(TimeSpan? max, CancellationToken cancellationToken)
    {
        var found = Found(await Peek(false, PerhapsInfinite(max), cancellationToken).ConfigureAwait(false), out var envelope);
        return (found, envelope);
    }

    private async ValueTask<MessageEnvelope?> Peek(bool blocking, TimeSpan limit, CancellationToken token)
    {
        var next = await _messages.Peek(blocking, Bounded(limit), token).ConfigureAwait(false);
        _last = next ?? Internal.NoEnvelope.Instance;
        _endedBySilence = false;
        return next;
    }
}
