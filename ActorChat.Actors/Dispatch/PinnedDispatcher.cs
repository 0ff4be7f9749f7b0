using System.Diagnostics.CodeAnalysis;

namespace Akka.Dispatch;

/// <summary>One thread for one actor, for work that blocks: a database, a file. The thread ends with the actor.</summary>
internal sealed class PinnedDispatcher(string id, int throughput) : MessageDispatcher(id, throughput)
{
    // Up to 100 µs. With one processor only, whoever has work for the thread cannot bring it while it spins.
    private static readonly int Spins = Environment.ProcessorCount > 1 ? 140 : 0;

    // Guards everything here.
    private readonly Queue<IThreadPoolWorkItem> _items = new();
    private volatile bool _hasItems;
    private bool _hasThread;
    private bool _isAsleep;
    private bool _isDetached;

    internal override void Execute(IThreadPoolWorkItem item)
    {
        lock (_items)
        {
            _items.Enqueue(item);
            _hasItems = true;
            if (_isAsleep)
                Monitor.Pulse(_items);
            if (_hasThread)
                return;
            _hasThread = true;
        }

        new Thread(Run) { IsBackground = true, Name = Id }.Start();
    }

    internal override void Detach()
    {
        lock (_items)
        {
            _isDetached = true;
            Monitor.Pulse(_items);
        }
    }

    private void Run()
    {
        while (TryTake(out var item, out var hasSlept))
        {
            // Who slept would go before those who are at work, with only the first of what they have for it: on a busy processor
            // they go first, and what they all have is worked on together. On an idle one this returns at once.
            if (hasSlept)
                Thread.Yield();
            item.Execute();
            SpinForMore();
        }
    }

    // What comes of an item brings the next one, often sooner than this thread could fall asleep and be woken.
    private void SpinForMore()
    {
        var spinner = default(SpinWait);
        for (var i = 0; i < Spins && !_hasItems; i++)
            spinner.SpinOnce(sleep1Threshold: -1);
    }

    private bool TryTake([NotNullWhen(true)] out IThreadPoolWorkItem? item, out bool hasSlept)
    {
        hasSlept = false;
        lock (_items)
        {
            while (!_items.TryDequeue(out item))
            {
                if (_isDetached)
                    return false;
                hasSlept = _isAsleep = true;
                Monitor.Wait(_items);
                _isAsleep = false;
            }

            _hasItems = _items.Count > 0;
            return true;
        }
    }
}
