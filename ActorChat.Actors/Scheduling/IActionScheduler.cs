namespace Akka.Actor;

/// <summary>Runs actions later, on the thread pool: not inside an actor.</summary>
public interface IActionScheduler
{
    /// <summary>Runs an action once, after a time, unless called off.</summary>
    void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable);

    /// <summary>Runs an action once, after a time.</summary>
    void ScheduleOnce(TimeSpan delay, Action action);

    /// <summary>Runs an action after a time and then again and again, until called off.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable);

    /// <summary>Runs an action after a time and then again and again.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action);
}
