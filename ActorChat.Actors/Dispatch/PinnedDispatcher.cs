using System.Collections.Concurrent;

namespace Akka.Dispatch;

/// <summary>One thread for one actor, for work that blocks: a database, a file. The thread ends with the actor.</summary>
internal sealed class PinnedDispatcher : MessageDispatcher, IDisposable
{
    private readonly BlockingCollection<IThreadPoolWorkItem> _items = [];
    private int _started;

    public PinnedDispatcher(string id, int throughput)
        : base(id, throughput)
    {
    }

    public void Dispose() => _items.Dispose();

    internal override void Execute(IThreadPoolWorkItem item)
    {
        _items.Add(item);
        if (_started == 0 && Interlocked.Exchange(ref _started, 1) == 0)
            new Thread(Run) { IsBackground = true, Name = Id }.Start();
    }

    internal override void Detach() => _items.CompleteAdding();

    private void Run()
    {
        foreach (var item in _items.GetConsumingEnumerable())
            item.Execute();
        Dispose();
    }
}
