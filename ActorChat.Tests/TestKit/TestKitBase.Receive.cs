using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Taking messages.</content>
public abstract partial class TestKitBase
{
    /// <summary>Takes the next message; null when none comes in time. An infinite time waits until called off.</summary>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Ended(Next(true, PerhapsInfinite(max), cancellationToken))?.Message;

    /// <summary>Takes the next message; null when none comes in time. An infinite time waits until called off.</summary>
    public async ValueTask<object?> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Next(false, PerhapsInfinite(max), cancellationToken).ConfigureAwait(false))?.Message;

    /// <summary>Takes the next message with its sender. False when none comes in time.</summary>
    public bool TryReceiveOne(out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Found(Ended(Next(true, PerhapsInfinite(max), cancellationToken)), out envelope);

    /// <summary>Takes the next message with its sender. False when none comes in time.</summary>
    public async ValueTask<(bool Success, MessageEnvelope Envelope)> TryReceiveOneAsync(TimeSpan? max, CancellationToken cancellationToken = default)
    {
        var found = Found(await Next(false, PerhapsInfinite(max), cancellationToken).ConfigureAwait(false), out var envelope);
        return (found, envelope);
    }

    /// <summary>Takes exactly so many messages, of any kind.</summary>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        Collect(Many(true, numberOfMessages, RemainingOrDefault, cancellationToken));

    /// <summary>Takes exactly so many messages, of any kind, within a time.</summary>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        Collect(Many(true, numberOfMessages, Dilated(max), cancellationToken));

    /// <summary>Takes exactly so many messages, of any kind.</summary>
    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, CancellationToken cancellationToken = default) =>
        Many(false, numberOfMessages, RemainingOrDefault, cancellationToken);

    /// <summary>Takes exactly so many messages, of any kind, within a time.</summary>
    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        Many(false, numberOfMessages, Dilated(max), cancellationToken);

    // The result of a step that was asked to block, and so has ended.
    private static T Ended<T>(ValueTask<T> ended) => ended.AsTask().GetAwaiter().GetResult();

    private static List<T> Collect<T>(IAsyncEnumerable<T> ended) => Ended(CollectAsync(ended));

    private static async ValueTask<List<T>> CollectAsync<T>(IAsyncEnumerable<T> messages)
    {
        var all = new List<T>();
        await foreach (var message in messages.ConfigureAwait(false))
            all.Add(message);
        return all;
    }

    private static bool Found(MessageEnvelope? message, out MessageEnvelope envelope)
    {
        envelope = message ?? NoEnvelope.Instance;
        return message is not null;
    }

    private async ValueTask<MessageEnvelope?> Next(bool blocking, TimeSpan limit, CancellationToken token)
    {
        var next = await _messages.Take(blocking, Bounded(limit), token).ConfigureAwait(false);
        _last = next ?? NoEnvelope.Instance;
        _endedBySilence = false;
        return next;
    }

    private async IAsyncEnumerable<object> Many(bool blocking, int number, TimeSpan max, [EnumeratorCancellation] CancellationToken token)
    {
        var end = Now + max;
        var got = new List<MessageEnvelope>();
        while (got.Count < number)
        {
            var next = await Next(blocking, Positive(end - Now), token).ConfigureAwait(false);
            if (next is null)
                Fail($"expected {number} messages within {Shown.Time(max)}, but only {got.Count} came.", got);
            got.Add(next!);
            yield return next!.Message!;
        }
    }
}
