using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Taking messages.</content>
public abstract partial class TestKitBase
{
    /// <summary>Takes the next message; null when none comes in time.</summary>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Ended(Next(true, RemainingOrDilated(max), cancellationToken))?.Message;

    /// <summary>Takes the next message; null when none comes in time.</summary>
    public async ValueTask<object?> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Next(false, RemainingOrDilated(max), cancellationToken).ConfigureAwait(false))?.Message;

    /// <summary>Takes the next message with its sender. False when none comes in time.</summary>
    public bool TryReceiveOne(out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var next = Ended(Next(true, RemainingOrDilated(max), cancellationToken));
        envelope = next ?? NoEnvelope.Instance;
        return next is not null;
    }

    /// <summary>Takes the next message with its sender. False when none comes in time.</summary>
    public async ValueTask<(bool Success, MessageEnvelope Envelope)> TryReceiveOneAsync(TimeSpan? max, CancellationToken cancellationToken = default)
    {
        var next = await Next(false, RemainingOrDilated(max), cancellationToken).ConfigureAwait(false);
        return (next is not null, next ?? NoEnvelope.Instance);
    }

    /// <summary>The next message, which stays to be taken; null when none comes in time.</summary>
    public object? PeekOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Ended(_messages.Peek(true, Bounded(RemainingOrDilated(max)), cancellationToken))?.Message;

    /// <summary>The next message, which stays to be taken; null when none comes in time.</summary>
    public async ValueTask<object?> PeekOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await _messages.Peek(false, Bounded(RemainingOrDilated(max)), cancellationToken).ConfigureAwait(false))?.Message;

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

    private async ValueTask<MessageEnvelope?> Next(bool blocking, TimeSpan limit, CancellationToken token)
    {
        var next = await _messages.Take(blocking, Bounded(limit), token).ConfigureAwait(false);
        _last = next ?? NoEnvelope.Instance;
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
                Fail($"Timeout ({max}) while waiting for {number} messages: only {got.Count} came.", got);
            got.Add(next!);
            yield return next!.Message!;
        }
    }

    // Fails with everything that the test actor received meanwhile, taken or not.
    private void Fail(string what, IEnumerable<MessageEnvelope> taken)
    {
        var text = new System.Text.StringBuilder("Failed: ").Append(what);
        Append(text, "Received:", taken);
        Append(text, "Waiting behind:", _messages.Waiting);
        _assertions.Fail("{0}", text.ToString());
    }

    private static void Append(System.Text.StringBuilder text, string title, IEnumerable<MessageEnvelope> envelopes)
    {
        var lines = envelopes.Select(e => "  " + e).ToList();
        if (lines.Count > 0)
            text.AppendLine().AppendLine(title).AppendJoin(Environment.NewLine, lines);
    }
}
