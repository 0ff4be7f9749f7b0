using System.Runtime.CompilerServices;

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
        where T : class => Collect(While(true, filter, max, idle, msgs, cancellationToken));

    /// <summary>The same, and also until nothing comes for the idle time.</summary>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(Func<object, T?> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class => While(false, filter, max, idle, msgs, cancellationToken);

    private async IAsyncEnumerable<T> While<T>(
        bool blocking, Func<object, T?> filter, TimeSpan? max, TimeSpan? idle, int number, [EnumeratorCancellation] CancellationToken token)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(filter);
        var end = Now + RemainingOrDilated(max);
        for (var count = 0; count < number; count++)
        {
            var left = Positive(end - Now);
            var limit = idle is { } pause && pause < left ? pause : left;
            var next = await _messages.Peek(blocking, Bounded(limit), token).ConfigureAwait(false);
            if (next is null || filter(next.Message!) is not { } fitting)
                yield break;
            await Next(blocking, TimeSpan.Zero, token).ConfigureAwait(false);
            yield return fitting;
        }
    }
}
