using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Waiting for something that no message tells: looks again and again.</content>
public abstract partial class TestKitBase
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until the condition holds.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <summary>Waits until the condition holds.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, null, cancellationToken);

    /// <summary>Waits until the condition holds; the message shows in the failure.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <summary>Waits until the condition holds; the message shows in the failure.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null, CancellationToken cancellationToken = default)
    {
        var limit = RemainingOrDilated(max);
        if (!AwaitConditionNoThrow(conditionIsFulfilled, limit, interval, cancellationToken))
            Fail($"waited {Shown.Time(limit)} for a condition that did not come to hold{Shown.Hint(message)}.");
    }

    /// <summary>Waits until the condition holds.</summary>
    public Task AwaitConditionAsync(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <summary>Waits until the condition holds.</summary>
    public Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <summary>Waits until the condition holds.</summary>
    public Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, null, cancellationToken);

    /// <summary>Waits until the condition holds; the message shows in the failure.</summary>
    public Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <summary>Waits until the condition holds; the message shows in the failure.</summary>
    public Task AwaitConditionAsync(Func<bool> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <summary>Waits until the condition holds; the message shows in the failure.</summary>
    public Task AwaitConditionAsync(Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(() => Task.FromResult(conditionIsFulfilled()), max, interval, message, cancellationToken);

    /// <summary>Waits until the condition holds; the message shows in the failure.</summary>
    public async Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null, CancellationToken cancellationToken = default)
    {
        var limit = RemainingOrDilated(max);
        if (!await AwaitConditionNoThrowAsync(conditionIsFulfilled, limit, interval, cancellationToken).ConfigureAwait(false))
            Fail($"waited {Shown.Time(limit)} for a condition that did not come to hold{Shown.Hint(message)}.");
    }

    /// <summary>Waits until the condition holds. False when the time was over first.</summary>
    public bool AwaitConditionNoThrow(Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Await(conditionIsFulfilled, max, interval, cancellationToken);

    /// <summary>Waits until the condition holds. False when the time was over first.</summary>
    public Task<bool> AwaitConditionNoThrowAsync(Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitAsync(() => Task.FromResult(conditionIsFulfilled()), max, interval, cancellationToken);

    /// <summary>Waits until the condition holds. False when the time was over first.</summary>
    public Task<bool> AwaitConditionNoThrowAsync(Func<Task<bool>> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitAsync(conditionIsFulfilled, max, interval, cancellationToken);

    /// <summary>Waits until the condition holds. Where the time was over first, tells <paramref name="fail"/> a format with its arguments and gives false.</summary>
    protected static bool InternalAwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval, Action<string, object[]> fail, CancellationToken cancellationToken = default) =>
        Await(conditionIsFulfilled, max, interval, cancellationToken) || Missed(fail, max);

    /// <summary>The same; the logger is told of the wait.</summary>
    protected static bool InternalAwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval, Action<string, object[]> fail, ILoggingAdapter? logger, CancellationToken cancellationToken = default)
    {
        logger?.Debug("Waits for a condition, for at most {0}.", max);
        return InternalAwaitCondition(conditionIsFulfilled, max, interval, fail, cancellationToken);
    }

    /// <summary>Waits until the condition holds. Where the time was over first, tells <paramref name="fail"/> a format with its arguments and gives false.</summary>
    protected static async Task<bool> InternalAwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan max, TimeSpan? interval, Action<string, object[]> fail, CancellationToken cancellationToken = default) =>
        await AwaitAsync(conditionIsFulfilled, max, interval, cancellationToken).ConfigureAwait(false) || Missed(fail, max);

    /// <summary>The same; the logger is told of the wait.</summary>
    protected static Task<bool> InternalAwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan max, TimeSpan? interval, Action<string, object[]> fail, ILoggingAdapter? logger, CancellationToken cancellationToken = default)
    {
        logger?.Debug("Waits for a condition, for at most {0}.", max);
        return InternalAwaitConditionAsync(conditionIsFulfilled, max, interval, fail, cancellationToken);
    }

    private static bool Missed(Action<string, object[]>? fail, TimeSpan max)
    {
        fail?.Invoke("Failed: waited {0} for a condition that did not come to hold.", [Shown.Time(max)]);
        return false;
    }

    private static bool Await(Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conditionIsFulfilled);
        var end = Now + max;
        while (!conditionIsFulfilled())
        {
            if (Now >= end)
                return false;
            cancellationToken.WaitHandle.WaitOne(interval ?? LookInterval);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return true;
    }

    private static async Task<bool> AwaitAsync(Func<Task<bool>> conditionIsFulfilled, TimeSpan max, TimeSpan? interval, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conditionIsFulfilled);
        var end = Now + max;
        while (!await conditionIsFulfilled().ConfigureAwait(false))
        {
            if (Now >= end)
                return false;
            await Task.Delay(interval ?? LookInterval, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}
