namespace Akka.Dispatch;

/// <summary>The default: actors share the .NET thread pool, and each mailbox is itself the pool's work item.</summary>
internal sealed class Dispatcher(string id, int throughput) : MessageDispatcher(id, throughput)
{
    internal override void Execute(IThreadPoolWorkItem item) => ThreadPool.UnsafeQueueUserWorkItem(item, preferLocal: false);
}
