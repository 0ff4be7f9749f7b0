namespace Akka.TestKit;

/// <summary>A filter that keeps events from the log until it is taken away.</summary>
public interface IUnmutableFilter : IDisposable
{
    /// <summary>Takes the filter away.</summary>
    void Unmute();
}
