namespace Akka.Actor;

/// <summary>A switch that calls scheduled work off.</summary>
public class Cancelable : ICancelable, IDisposable
{
    private readonly CancellationTokenSource _source;

    /// <summary>A switch that turns itself after a time.</summary>
    public Cancelable(IActionScheduler scheduler, TimeSpan delay)
        : this(new CancellationTokenSource())
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        CancelAfter(delay);
    }

    /// <summary>A switch that turns itself after a time.</summary>
    public Cancelable(IScheduler scheduler, TimeSpan delay)
        : this(scheduler) => CancelAfter(delay);

    /// <summary>A switch that turns itself after a time in ms.</summary>
    public Cancelable(IScheduler scheduler, int millisecondsDelay)
        : this(scheduler, TimeSpan.FromMilliseconds(millisecondsDelay))
    {
    }

    /// <summary>A switch.</summary>
    public Cancelable(IScheduler scheduler)
        : this(new CancellationTokenSource()) => ArgumentNullException.ThrowIfNull(scheduler);

    /// <summary>A switch.</summary>
    public Cancelable(IActionScheduler scheduler)
        : this(new CancellationTokenSource()) => ArgumentNullException.ThrowIfNull(scheduler);

    private Cancelable(CancellationTokenSource source) => _source = source;

    /// <inheritdoc/>
    public bool IsCancellationRequested => _source.IsCancellationRequested;

    /// <inheritdoc/>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether it has been disposed of.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>A switch that has been turned already.</summary>
    public static ICancelable CreateCanceled()
    {
        var cancelable = new Cancelable(new CancellationTokenSource());
        cancelable.Cancel();
        return cancelable;
    }

    /// <summary>A switch that turns with any of the others.</summary>
    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler, [.. cancelables.Select(c => c.Token)]);

    /// <summary>A switch that turns with any of the others.</summary>
    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler, [.. cancelables.Select(c => c.Token)]);

    /// <summary>A switch that turns with any of the tokens.</summary>
    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params CancellationToken[] cancellationTokens)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        return new Cancelable(CancellationTokenSource.CreateLinkedTokenSource(cancellationTokens));
    }

    /// <summary>A switch that turns with any of the tokens.</summary>
    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params CancellationToken[] cancellationTokens)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        return new Cancelable(CancellationTokenSource.CreateLinkedTokenSource(cancellationTokens));
    }

    /// <inheritdoc/>
    public void Cancel() => Cancel(throwOnFirstException: false);

    /// <inheritdoc/>
    public void Cancel(bool throwOnFirstException) => _source.Cancel(throwOnFirstException);

    /// <inheritdoc/>
    public void CancelAfter(TimeSpan delay) => _source.CancelAfter(delay);

    /// <inheritdoc/>
    public void CancelAfter(int millisecondsDelay) => _source.CancelAfter(millisecondsDelay);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the switch holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || IsDisposed)
            return;
        IsDisposed = true;
        _source.Dispose();
    }
}
