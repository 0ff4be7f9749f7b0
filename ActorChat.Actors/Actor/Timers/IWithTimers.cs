namespace Akka.Actor;

/// <summary>An actor with timers of its own, which end with it and with its restart.</summary>
public interface IWithTimers
{
    /// <summary>Set by the runtime before the actor starts.</summary>
    ITimerScheduler Timers { get; set; }
}
