namespace Akka.Actor;

/// <summary>The timers of one incarnation of an actor. Its ticks carry the running timer they belong to: a tick of any other is dropped.</summary>
internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    // Most connections have the interface and never a timer.
    private Dictionary<object, RunningTimer>? _running;
    private bool _closed;

    public IReadOnlyCollection<object> ActiveTimers => _running is null ? [] : [.. _running.Keys];

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) =>
        StartPeriodicTimer(key, msg, interval, interval, cell.Self);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) =>
        StartPeriodicTimer(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        StartPeriodicTimer(key, msg, initialDelay, interval, cell.Self);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender)
    {
        if (_closed)
            return;
        var timer = Replace(key, msg, repeats: true);
        cell.System.Scheduler.ScheduleTellRepeatedly(initialDelay, interval, cell.Self, new Tick(timer), sender, timer.Switch);
    }

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) => StartSingleTimer(key, msg, timeout, cell.Self);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender)
    {
        if (_closed)
            return;
        var timer = Replace(key, msg, repeats: false);
        cell.System.Scheduler.ScheduleTellOnce(timeout, cell.Self, new Tick(timer), sender, timer.Switch);
    }

    public bool IsTimerActive(object key) => _running?.ContainsKey(key) == true;

    public void Cancel(object key)
    {
        if (_running is not null && _running.Remove(key, out var timer))
            timer.Switch.Cancel();
    }

    public void CancelAll()
    {
        foreach (var timer in _running?.Values ?? Enumerable.Empty<RunningTimer>())
            timer.Switch.Cancel();
        _running = null;
    }

    /// <summary>The instance is gone: no timer runs any more, nor can a task that has outlived the instance start one.</summary>
    public void Close()
    {
        _closed = true;
        CancelAll();
    }

    /// <summary>The message of a tick; null when its timer no longer runs.</summary>
    public object? Take(Tick tick)
    {
        if (_running is null || !_running.TryGetValue(tick.Timer.Key, out var running) || !ReferenceEquals(running, tick.Timer))
            return null;
        if (!running.Repeats)
            _running.Remove(running.Key);
        return running.Message;
    }

    private RunningTimer Replace(object key, object message, bool repeats)
    {
        Cancel(key);
        var timer = new RunningTimer(key, message, repeats, new Cancelable(cell.System.Scheduler));
        (_running ??= []).Add(key, timer);
        return timer;
    }

    internal sealed record RunningTimer(object Key, object Message, bool Repeats, ICancelable Switch);

    internal sealed record Tick(RunningTimer Timer) : INoSerializationVerificationNeeded, INotInfluenceReceiveTimeout;
}
