namespace Akka.Dispatch;

/// <summary>A piece of work as an object.</summary>
public interface IRunnable : IThreadPoolWorkItem
{
    /// <summary>Does the work.</summary>
    void Run();
}
