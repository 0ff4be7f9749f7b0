using System.Text;

namespace ActorChat.Server.Output;

/// <summary>
/// Writes entries on a thread of its own, so that an output that takes nothing holds up nobody. What its queue has no room for, and
/// what cannot be written, is left out and counted.
/// </summary>
internal sealed class BackgroundWriter
{
    /// <summary>Bytes that may wait.</summary>
    public const int UsualCapacity = 8 << 20;

    // While it fails it is not tried for each entry: a disk that is nearly full must not report at every line.
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private readonly Queue<Entry> _queue = new();
    private readonly IOutputTarget _target;
    private readonly int _capacity;
    private readonly TimeProvider _clock;
    private readonly Thread _thread;
    private int _waitingBytes;
    private long _dropped;
    private long _lost;
    private long? _failedAt;
    private bool _isLosing;
    private bool _isCompleted;

    /// <param name="name">For the thread.</param>
    /// <param name="target">Where to; disposed of at the end.</param>
    /// <param name="capacity">Bytes that may wait.</param>
    /// <param name="clock">Measures pauses; null for the system's.</param>
    public BackgroundWriter(string name, IOutputTarget target, int capacity = UsualCapacity, TimeProvider? clock = null)
    {
        _target = target;
        _capacity = capacity;
        _clock = clock ?? TimeProvider.System;
        _thread = new Thread(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Who is told of losses.</summary>
    public LossReport Report { get; set; } = LossReport.None;

    /// <summary>Why writing failed the last time; null while it never did.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Has an entry written, after those before it. Never waits; without effect behind <see cref="Complete"/>.</summary>
    public void Write(string entry)
    {
        if (entry.Length > 0 && !TryAdd(Encoding.UTF8.GetBytes(entry)))
            BeginLoss(why: null);
    }

    /// <summary>Lets what waits be written, for so long at most. False when anything was lost or is left.</summary>
    public bool Complete(TimeSpan limit)
    {
        EndInput();
        var hasEnded = _thread.Join(limit);
        long lost;
        lock (_lock)
            (lost, _lost) = (_lost + _queue.Sum(entry => entry.Count), 0);
        if (lost > 0)
            Report.Ended(lost);
        return hasEnded && lost == 0 && Failure is null;
    }

    // Like the others, the first entry may be of any size: nothing waits with it.
    private bool TryAdd(byte[] bytes)
    {
        lock (_lock)
        {
            if (_isCompleted)
                return true;
            if (_queue.Count > 0 && _waitingBytes + bytes.Length > _capacity)
            {
                _dropped++;
                return false;
            }

            _queue.Enqueue(new Entry(bytes, _dropped));
            _waitingBytes += bytes.Length;
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
            Put(entry);
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
            _waitingBytes -= entry.Bytes.Length;
            _lost += entry.DroppedBefore;
            return entry;
        }
    }

    private void Put(Entry entry)
    {
        var missing = Interlocked.Read(ref _lost);
        if (_failedAt is { } failedAt && _clock.GetElapsedTime(failedAt) < RetryPause)
        {
            Lose(entry);
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
            Lose(entry);
            BeginLoss(failure);
        }
    }

    private void Lose(Entry entry)
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

        Report.Began(why);
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

    // The last one only tells of those that were dropped before the end.
    private readonly record struct Entry(byte[] Bytes, long DroppedBefore)
    {
        public bool IsLast => Bytes.Length == 0;

        public long Count => DroppedBefore + (IsLast ? 0 : 1);
    }
}
