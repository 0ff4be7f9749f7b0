using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Taking messages as long as they fit.</content>
public abstract partial class TestKitBase
{
    /// <summary>Takes messages until the filter gives null (that message stays), the time is over or there are enough.</summary>
    public IReadOnlyList<T> ReceiveWhile<T>(TimeSpan? max, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => ReceiveWhile(filter, max, null, msgs, cancellationToken);

    /// <summary>The same, and also until nothing comes for the idle time.</summary>
    public IReadOnlyList<T> ReceiveWhile<T>(TimeSpan? max, TimeSpan? idle, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => ReceiveWhile(filter, max, idle, msgs, cancellationToken);

    /// <summary>The same, and also until nothing comes for the idle time.</summary>
    public IReadOnlyList<T> ReceiveWhile<T>(Func<object, T?> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => Collect(While(true, Filtering(filter), max, idle, msgs, cancellationToken));

    /// <summary>
    /// Takes messages until one of the type does not fit (it stays), the time is over, nothing comes for the idle time or there are enough.
    /// </summary>
    /// <param name="shouldContinue">Whether a message fits.</param>
    /// <param name="max">How long to go on; by default what is left of the innermost <c>Within</c>, else <c>akka.test.single-expect-default</c>.</param>
    /// <param name="idle">How long nothing may come; null for any time.</param>
    /// <param name="msgs">How many are enough.</param>
    /// <param name="shouldIgnoreOtherMessageTypes">Whether messages of other types are dropped; else they end it too, and stay.</param>
    /// <param name="cancellationToken">Calls the wait off.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Predicate<T> shouldContinue, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue, bool shouldIgnoreOtherMessageTypes = true, CancellationToken cancellationToken = default) =>
        Collect(While(true, Continuing(shouldContinue, shouldIgnoreOtherMessageTypes), max, idle, msgs, cancellationToken));

    /// <summary>Takes messages until the filter gives null (that message stays), the time is over or there are enough.</summary>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(TimeSpan? max, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => ReceiveWhileAsync(filter, max, null, msgs, cancellationToken);

    /// <summary>The same, and also until nothing comes for the idle time.</summary>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(TimeSpan? max, TimeSpan? idle, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => ReceiveWhileAsync(filter, max, idle, msgs, cancellationToken);

    /// <summary>The same, and also until nothing comes for the idle time.</summary>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(Func<object, T?> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => While(false, Filtering(filter), max, idle, msgs, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(Predicate{T}, TimeSpan?, TimeSpan?, int, bool, CancellationToken)"/>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Predicate<T> shouldContinue, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue, bool shouldIgnoreOtherMessageTypes = true, CancellationToken cancellationToken = default) =>
        While(false, Continuing(shouldContinue, shouldIgnoreOtherMessageTypes), max, idle, msgs, cancellationToken);

    // What becomes of a message: whether it is taken (else it ends the series), and whether it then counts, as what.
    private static Func<object, (bool Taken, bool Counts, T? Value)> Filtering<T>(Func<object, T?> filter)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(filter);
        return message => filter(message) is { } fitting ? (true, true, fitting) : (false, false, null);
    }

    private static Func<object, (bool Taken, bool Counts, T? Value)> Continuing<T>(Predicate<T> fits, bool ignoresOthers)
    {
        ArgumentNullException.ThrowIfNull(fits);
        return message => message switch
        {
            T typed when fits(typed) => (true, true, typed),
            T => (false, false, default),
            _ => (ignoresOthers, false, default),
        };
    }

    private async IAsyncEnumerable<T> While<T>(
        bool blocking, Func<object, (bool Taken, bool Counts, T? Value)> judge, TimeSpan? max, TimeSpan? idle, int number, [EnumeratorCancellation] CancellationToken token)
    {
        var end = Now + RemainingOrDilated(max);
        var last = NoEnvelope.Instance as MessageEnvelope;
        for (var count = 0; count < number;)
        {
            var left = Positive(end - Now);
            var limit = idle is { } pause && pause != Timeout.InfiniteTimeSpan && pause < left ? pause : left;
            var next = await _messages.Peek(blocking, Bounded(limit), token).ConfigureAwait(false);
            if (next is null || judge(next.Message!) is not { Taken: true } judged)
                break;
            last = await Next(blocking, TimeSpan.Zero, token).ConfigureAwait(false) ?? last;
            if (!judged.Counts)
                continue;
            count++;
            yield return judged.Value!;
        }

        _last = last;
        _endedBySilence = true;
    }
}
