namespace Akka.Actor;

/// <summary>Something that can be called off.</summary>
public interface ICancelable
{
    /// <summary>Whether it has been called off.</summary>
    bool IsCancellationRequested { get; }

    /// <summary>Signals that it has been called off.</summary>
    CancellationToken Token { get; }

    /// <summary>Calls it off now; does nothing the second time.</summary>
    void Cancel();

    /// <summary>Calls it off after a time.</summary>
    void CancelAfter(TimeSpan delay);

    /// <summary>Calls it off after a time in ms.</summary>
    void CancelAfter(int millisecondsDelay);

    /// <summary>Calls it off now.</summary>
    /// <param name="throwOnFirstException">Whether the first exception of a callback ends the rest.</param>
    void Cancel(bool throwOnFirstException);
}
