using System.Diagnostics;

namespace ActorChat.Server.Storage;

/// <summary>A connection that is opened when it is needed, and anew after it was closed.</summary>
internal sealed class Reopenable<T>(Func<T> open)
    where T : class, IDisposable
{
    // A connection that was closed while idle fails at once, and is worth a second try. A server that does not answer is not.
    private static readonly TimeSpan FailsAtOnce = TimeSpan.FromMilliseconds(300);

    /// <summary>Null while it is closed.</summary>
    public T? Current { get; private set; }

    public T Open() => Current ??= open();

    /// <summary>Opens it in another way, if it is closed. False if there is nothing to open.</summary>
    public bool TryOpen(Func<T?> other) => (Current ??= other()) is not null;

    /// <summary>Uses it, a second time if it was open and failed at once.</summary>
    public TResult UseOrRetry<TResult>(Func<T, TResult> use)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            if (Current is { } idle)
                return use(idle);
        }
        catch (Exception) when (Stopwatch.GetElapsedTime(began) < FailsAtOnce)
        {
            Close();
        }

        return use(Open());
    }

    public void Close()
    {
        // Forgotten first: one that fails to close must not be closed again.
        var closing = Current;
        Current = null;
        closing?.Dispose();
    }
}
