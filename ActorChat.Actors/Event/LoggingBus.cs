namespace Akka.Event;

/// <summary>A bus over which log events go to the loggers. A subscription covers a type and what derives from it.</summary>
public class LoggingBus : ActorEventBus<object, Type>
{
    private volatile int _level = (int)LogLevel.InfoLevel;

    /// <summary>A bus at INFO.</summary>
    public LoggingBus()
    {
    }

    /// <summary>The lowest level that is logged.</summary>
    public LogLevel LogLevel => (LogLevel)_level;

    /// <summary>Sets the lowest level that is logged.</summary>
    public void SetLogLevel(LogLevel logLevel) => _level = (int)logLevel;

    /// <inheritdoc/>
    public override void Publish(object @event)
    {
        if (@event is LogEvent log && log.LogLevel() < LogLevel)
            return;
        base.Publish(@event);
    }

    private protected override bool Covers(Type classifier, Type eventType) => classifier.IsAssignableFrom(eventType);
}
