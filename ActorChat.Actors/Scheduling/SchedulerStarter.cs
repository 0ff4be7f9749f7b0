using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Makes the scheduler of the settings, <c>akka.scheduler.implementation</c>.</summary>
internal static class SchedulerStarter
{
    /// <summary>The name that stands for this runtime's own scheduler: that of the one that Akka.NET has by default.</summary>
    public const string BuiltIn = "Akka.Actor.HashedWheelTimerScheduler";

    /// <summary>Makes it. Any other type than the built-in one is made with the configuration and a log, as its constructor has them.</summary>
    /// <exception cref="ConfigurationException">There is no such type, or it is no scheduler.</exception>
    public static IScheduler Start(Settings settings, ILoggingAdapter log)
    {
        var name = settings.SchedulerClass;
        if (name.Split(',')[0].Trim() == BuiltIn)
            return new TimerQueueScheduler(failure => log.Error(failure, "A scheduled action failed."));
        var type = ConfiguredTypes.Find(name) ?? throw new ConfigurationException($"Scheduler [{name}] specified in config cannot be found.");
        return typeof(IScheduler).IsAssignableFrom(type) && type.GetConstructor([typeof(Config), typeof(ILoggingAdapter)]) is { } constructor
            ? (IScheduler)constructor.Invoke([settings.Config, log])
            : throw new ConfigurationException($"Scheduler [{name}] specified in config is no IScheduler with a constructor (Config, ILoggingAdapter).");
    }
}
