using System.Text;

namespace ActorChat.Server.Output;

/// <summary>
/// Writes entries on its own thread, so that a blocked output blocks nobody. Entries that exceed the queue or cannot be
/// written are dropped and counted.
/// </summary>
internal sealed class BackgroundWriter
{
    /// <summary>The queue's size in bytes.</summary>
    public const int DefaultCapacity = 8 << 20;

    // After a failure, skips entries for a while: a nearly full disk must not cause a report for every line.
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private readonly Queue<Entry> _queue = new();
    private readonly IOutputTarget _target;
    private readonly int _capacity;
    private readonly TimeProvider _clock;
    private readonly Thread _thread;
    private int _queuedBytes;
    private long _dropped;
    private long _lost;
    private long? _failedAt;
    private bool _isLosing;
    private bool _isCompleted;

    /// <summary>Starts a thread of this name, which disposes of the target at the end.</summary>
    public BackgroundWriter(string name, IOutputTarget target, int capacity = DefaultCapacity, TimeProvider? clock = null)
    {
        _target = target;
        _capacity = capacity;
        _clock = clock ?? TimeProvider.System;
        _thread = new Thread(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    public LossReport Report { get; set; } = LossReport.None;

    /// <summary>The last failure; null if there was none.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Queues an entry. Never blocks; does nothing after <see cref="Complete"/>.</summary>
    public void Write(string entry)
    {
        if (entry.Length > 0 && !TryAdd(Encoding.UTF8.GetBytes(entry)))
            BeginLoss(why: null);
    }

    /// <summary>Waits until the queue is written or the time is over. Returns false if entries were lost or are left.</summary>
    public bool Complete(TimeSpan timeout)
    {
        EndInput();
        var hasEnded = _thread.Join(timeout);
        long lost;
        lock (_lock)
            (lost, _lost) = (_lost + _queue.Sum(entry => entry.Count), 0);
        if (lost > 0)
            Report.Ended(lost);
        return hasEnded && lost == 0 && Failure is null;
    }

    // Accepts an entry of any size into an empty queue.
    private bool TryAdd(byte[] bytes)
    {
        lock (_lock)
        {
            if (_isCompleted)
                return true;
            if (_queue.Count > 0 && _queuedBytes + bytes.Length > _capacity)
            {
                _dropped++;
                return false;
            }

            _queue.Enqueue(new Entry(bytes, _dropped));
            _queuedBytes += bytes.Length;
            _dropped = 0;
            Monitor.Pulse(_lock);
            return true;
        }
    }

    private void EndInput()
    {
        lock (_lock)
        {
            if (_isCompleted)
                return;
            _isCompleted = true;
            if (_dropped > 0)
                _queue.Enqueue(new Entry([], _dropped));
            _dropped = 0;
            Monitor.Pulse(_lock);
        }
    }

    private void Run()
    {
        while (Take() is { } entry)
            WriteOrDrop(entry);
        _target.Dispose();
    }

    private Entry? Take()
    {
        lock (_lock)
        {
            while (_queue.Count == 0 && !_isCompleted)
                Monitor.Wait(_lock);
            if (!_queue.TryDequeue(out var entry))
                return null;
            _queuedBytes -= entry.Bytes.Length;
            _lost += entry.DroppedBefore;
            return entry;
        }
    }

    private void WriteOrDrop(Entry entry)
    {
        var missing = Interlocked.Read(ref _lost);
        if (_failedAt is { } failedAt && _clock.GetElapsedTime(failedAt) < RetryPause)
        {
            Drop(entry);
            return;
        }

        try
        {
            _target.Write(missing == 0 ? entry.Bytes : [.. Encoding.UTF8.GetBytes(Report.Notice(missing)), .. entry.Bytes]);
            _failedAt = null;
            EndLoss(missing);
        }
        catch (IOException failure)
        {
            Failure = failure;
            _failedAt = _clock.GetTimestamp();
            Drop(entry);
            BeginLoss(failure);
        }
    }

    private void Drop(Entry entry)
    {
        lock (_lock)
            _lost += entry.IsLast ? 0 : 1;
    }

    private void BeginLoss(Exception? why)
    {
        lock (_lock)
        {
            if (_isLosing)
                return;
            _isLosing = true;
        }

        Report.Started(why);
    }

    private void EndLoss(long missing)
    {
        if (missing == 0)
            return;
        lock (_lock)
        {
            _lost -= missing;
            _isLosing = _lost + _dropped > 0;
        }

        Report.Ended(missing);
    }

    // The last entry has no bytes: it only counts those dropped before the end.
    private readonly record struct Entry(byte[] Bytes, long DroppedBefore)
    {
        public bool IsLast => Bytes.Length == 0;

        public long Count => DroppedBefore + (IsLast ? 0 : 1);
    }
}
