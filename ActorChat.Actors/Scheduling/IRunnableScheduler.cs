using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Runs work later, on the thread pool: not inside an actor.</summary>
public interface IRunnableScheduler
{
    /// <summary>Runs it once, after a time, unless called off.</summary>
    void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable);

    /// <summary>Runs it once, after a time.</summary>
    void ScheduleOnce(TimeSpan delay, IRunnable action);

    /// <summary>Runs it after a time and then again and again, until called off.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable);

    /// <summary>Runs it after a time and then again and again.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action);
}
