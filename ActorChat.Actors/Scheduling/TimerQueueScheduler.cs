using System.Collections.Concurrent;
using System.Diagnostics;

namespace Akka.Actor;

/// <summary>
/// The scheduler of a running system, on .NET's own timer queue (resolution about 1 ms). Stopping the system calls everything off.
/// An action that fails is reported and, if it was to be repeated, not repeated.
/// </summary>
/// <param name="onFailure">Told what an action threw.</param>
internal sealed class TimerQueueScheduler(Action<Exception> onFailure) : IScheduler, IAdvancedScheduler, IDisposable
{
    private readonly long _start = Environment.TickCount64;
    private readonly long _highResStart = Stopwatch.GetTimestamp();
    private readonly ConcurrentDictionary<Work, byte> _pending = new();
    private readonly Action<Exception> _onFailure = onFailure;
    private volatile bool _stopped;

    public DateTimeOffset Now => DateTimeOffset.Now;

    // The clock of the timer queue itself: a timer never fires before its time has passed on it, and it costs next to nothing.
    public TimeSpan MonotonicClock => TimeSpan.FromMilliseconds(Environment.TickCount64 - _start);

    public TimeSpan HighResMonotonicClock => Stopwatch.GetElapsedTime(_highResStart);

    public IAdvancedScheduler Advanced => this;

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, cancelable: null);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        ScheduleOnce(delay, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable: null);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        ScheduleRepeatedly(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnce(delay, action, cancelable: null);

    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, action, cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        ScheduleRepeatedly(initialDelay, interval, action, cancelable: null);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        Schedule(initialDelay, interval, action, cancelable);
    }

    public void Dispose()
    {
        _stopped = true;
        foreach (var work in _pending.Keys)
            work.Dispose();
    }

    private void Schedule(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        if (_stopped || cancelable?.IsCancellationRequested == true)
            return;
        var work = new Work(this, action, once: interval == Timeout.InfiniteTimeSpan);
        _pending.TryAdd(work, 0);
        work.Start(delay, interval, cancelable);
        if (_stopped)
            work.Dispose();
    }

    private sealed class Work : IDisposable
    {
        private readonly TimerQueueScheduler _owner;
        private readonly Action _action;
        private readonly bool _once;
        private readonly Timer _timer;
        private CancellationTokenRegistration _cancellation;
        private volatile bool _off;

        public Work(TimerQueueScheduler owner, Action action, bool once)
        {
            _owner = owner;
            _action = action;
            _once = once;
            _timer = new Timer(static state => ((Work)state!).Run(), this, Timeout.Infinite, Timeout.Infinite);
        }

        public void Start(TimeSpan delay, TimeSpan interval, ICancelable? cancelable)
        {
            // Registered first, so that a run finds it and can take it back. On a timer that is disposed of, Change does nothing.
            if (cancelable is not null)
                _cancellation = cancelable.Token.UnsafeRegister(static state => ((Work)state!).Dispose(), this);
            _timer.Change(delay, interval);
        }

        public void Dispose()
        {
            _off = true;
            _timer.Dispose();
            _owner._pending.TryRemove(this, out _);
        }

        private void Run()
        {
            if (_off)
                return;
            if (_once)
            {
                Dispose();
                _cancellation.Unregister();
            }

            try
            {
                _action();
            }
            catch (Exception failure)
            {
                // Nobody stands above a timer: what it lets out ends the process.
                Dispose();
                _owner._onFailure(failure);
            }
        }
    }
}
