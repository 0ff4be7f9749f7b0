using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Blocks with a time limit.</content>
public abstract partial class TestKitBase
{
    /// <summary>Runs the action; its expectations share the time, and it has to end within it.</summary>
    public void Within(TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <summary>Runs the action; it has to take at least the one time and at most the other.</summary>
    public void Within(TimeSpan min, TimeSpan max, Action action, string? hint = null, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Within(min, max, () => { action(); return true; }, hint, epsilonValue, cancellationToken);
    }

    /// <summary>Runs the function; its expectations share the time, and it has to end within it.</summary>
    public T Within<T>(TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>Runs the function; it has to take at least the one time and at most the other.</summary>
    public T Within<T>(TimeSpan min, TimeSpan max, Func<T> function, string? hint = null, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        cancellationToken.ThrowIfCancellationRequested();
        var block = Enter(min, max, hint, epsilonValue);
        try
        {
            var result = function();
            Check(block);
            return result;
        }
        finally
        {
            _end = block.OuterEnd;
        }
    }

    /// <summary>Runs the action; its expectations share the time, and it has to end within it.</summary>
    public Task WithinAsync(TimeSpan max, Func<Task> actionAsync, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, actionAsync, null, epsilonValue, cancellationToken);

    /// <summary>Runs the action; it has to take at least the one time and at most the other.</summary>
    public Task WithinAsync(TimeSpan min, TimeSpan max, Func<Task> actionAsync, string? hint = null, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(min, max, async () => { await actionAsync().ConfigureAwait(false); return true; }, hint, epsilonValue, cancellationToken);

    /// <summary>Runs the function; its expectations share the time, and it has to end within it.</summary>
    public Task<T> WithinAsync<T>(TimeSpan max, Func<Task<T>> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>Runs the function; it has to take at least the one time and at most the other.</summary>
    public async Task<T> WithinAsync<T>(TimeSpan min, TimeSpan max, Func<Task<T>> function, string? hint = null, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        cancellationToken.ThrowIfCancellationRequested();
        var block = Enter(min, max, hint, epsilonValue);
        try
        {
            var result = await function().ConfigureAwait(false);
            Check(block);
            return result;
        }
        finally
        {
            _end = block.OuterEnd;
        }
    }

    private TimedBlock Enter(TimeSpan min, TimeSpan max, string? hint, TimeSpan? epsilon)
    {
        var limit = Bounded(Dilated(max));
        if (limit < min)
            Fail($"the block{Shown.Hint(hint)} needs at least {Shown.Time(min)}, but only {Shown.Time(limit)} is left.");
        var block = new TimedBlock(Now, min, limit, epsilon ?? TimeSpan.Zero, hint, _end);
        _end = Now + limit;
        _endedBySilence = false;
        return block;
    }

    private void Check(TimedBlock block)
    {
        var taken = Now - block.Start;
        if (taken < block.Min)
            Fail($"the block{Shown.Hint(block.Hint)} took {Shown.Time(taken)}, it should have taken at least {Shown.Time(block.Min)}.");

        // Whoever waits for silence until the end of the block cannot be back before it.
        if (taken > block.Max + block.Epsilon && !_endedBySilence)
            Fail($"the block{Shown.Hint(block.Hint)} took {Shown.Time(taken)}, it should have taken at most {Shown.Time(block.Max)}.");
    }

    private sealed record TimedBlock(TimeSpan Start, TimeSpan Min, TimeSpan Max, TimeSpan Epsilon, string? Hint, TimeSpan? OuterEnd);
}
