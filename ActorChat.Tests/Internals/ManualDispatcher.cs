using Akka.Dispatch;

namespace ActorChat.Tests.Internals;

/// <summary>A dispatcher that works only when the test says so, on the test's thread.</summary>
internal sealed class ManualDispatcher(int throughput = 100) : MessageDispatcher("manual", throughput)
{
    private readonly Queue<IThreadPoolWorkItem> _items = new();

    /// <summary>The work items that wait.</summary>
    public int Scheduled => _items.Count;

    /// <summary>Works on the first item. False when there is none.</summary>
    public bool RunOne()
    {
        if (!_items.TryDequeue(out var item))
            return false;
        item.Execute();
        return true;
    }

    /// <summary>Works until nothing is scheduled.</summary>
    public void RunAll()
    {
        while (RunOne())
        {
        }
    }

    internal override void Execute(IThreadPoolWorkItem item) => _items.Enqueue(item);
}
