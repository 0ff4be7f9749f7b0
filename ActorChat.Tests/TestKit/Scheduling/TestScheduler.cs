using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>
/// A scheduler whose time only passes when the test says so. A system has it with
/// <c>akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"</c>, and its timers, receive timeouts and all else that is
/// scheduled then wait for <see cref="Advance"/>. What is due runs on the thread of the test, in the order in which it is due; actors
/// that it tells something work on it on their own dispatchers, as always.
/// </summary>
/// <remarks>
/// Work that is repeated runs once for each interval that has passed, and what it schedules runs in the same step when it is due in it.
/// (In Akka it runs once a step, however long the step is: tests that hold for both advance by one interval at a time.)
/// </remarks>
public partial class TestScheduler : IScheduler, IAdvancedScheduler
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Work, (DateTimeOffset Due, long Number)> _waiting = new();
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private DateTimeOffset _now;
    private long _lastNumber;

    /// <summary>Made by the actor system. It begins at the present time of day.</summary>
    /// <param name="schedulerConfig">The configuration; nothing in it matters here.</param>
    /// <param name="log">The system's log; failures go to the test instead.</param>
    public TestScheduler(Config schedulerConfig, ILoggingAdapter log) => _now = _start;

    /// <inheritdoc/>
    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
                return _now;
        }
    }

    /// <inheritdoc/>
    public TimeSpan MonotonicClock => Now - _start;

    /// <inheritdoc/>
    public TimeSpan HighResMonotonicClock => MonotonicClock;

    /// <inheritdoc/>
    public IAdvancedScheduler Advanced => this;

    /// <summary>The same as <see cref="Now"/>, for types that derive from this one.</summary>
    protected DateTimeOffset TimeNow => Now;

    /// <summary>Lets time pass, and runs what becomes due in it. What an action throws comes out; the time then stays where that action was due.</summary>
    /// <exception cref="InvalidOperationException">The time is negative.</exception>
    public void Advance(TimeSpan offset) => AdvanceTo(Now + offset);

    /// <summary>Lets time pass until then, and runs what becomes due. What an action throws comes out; the time then stays where that action was due.</summary>
    /// <exception cref="InvalidOperationException">That is in the past.</exception>
    public void AdvanceTo(DateTimeOffset when)
    {
        if (when < Now)
            throw new InvalidOperationException($"Time does not go back, from {Now:O} to {when:O}.");
        while (TakeDue(when) is { } action)
            action();
        lock (_lock)
            _now = Later(when);
    }

    private void Schedule(TimeSpan delay, TimeSpan? interval, Action action, ICancelable? cancelable)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        if (interval is { } time)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(interval));
        lock (_lock)
            Enqueue(new Work(action, interval, cancelable), _now + delay);
    }

    // The next action that is due by then, with the clock put to its time; null when there is none left.
    private Action? TakeDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            while (_waiting.TryPeek(out var work, out var place) && place.Due <= end)
            {
                _waiting.Dequeue();
                if (work.Cancelable?.IsCancellationRequested == true)
                    continue;
                _now = Later(place.Due);
                if (work.Interval is { } interval)
                    Enqueue(work, place.Due + interval);
                return work.Action;
            }

            return null;
        }
    }

    private DateTimeOffset Later(DateTimeOffset when) => when > _now ? when : _now;

    private void Enqueue(Work work, DateTimeOffset due) => _waiting.Enqueue(work, (due, ++_lastNumber));

    private sealed record Work(Action Action, TimeSpan? Interval, ICancelable? Cancelable);
}
