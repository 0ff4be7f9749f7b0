namespace Akka.Actor;

/// <summary>Short forms for switches that may be missing.</summary>
public static class CancelableExtensions
{
    /// <summary>Calls it off, if there is one.</summary>
    public static void CancelIfNotNull(this ICancelable? cancelable) => cancelable?.Cancel();
}
