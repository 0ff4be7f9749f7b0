using Akka.Actor;

namespace Akka.Event;

/// <summary>Makes loggers, and translates levels.</summary>
public static class Logging
{
    // Above every level: nothing is logged.
    private const LogLevel OffLevel = (LogLevel)int.MaxValue;

    /// <summary>The name of an object's type, without its namespace.</summary>
    public static string SimpleName(object o)
    {
        ArgumentNullException.ThrowIfNull(o);
        return SimpleName(o.GetType());
    }

    /// <summary>The name of a type, without its namespace.</summary>
    public static string SimpleName(Type t)
    {
        ArgumentNullException.ThrowIfNull(t);
        return t.Name;
    }

    /// <summary>The event type of a level.</summary>
    public static Type ClassFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ArgumentOutOfRangeException(nameof(logLevel)),
    };

    /// <summary>The name of a level, as the settings have it.</summary>
    public static string StringFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => "DEBUG",
        LogLevel.InfoLevel => "INFO",
        LogLevel.WarningLevel => "WARNING",
        LogLevel.ErrorLevel => "ERROR",
        OffLevel => "OFF",
        _ => throw new ArgumentOutOfRangeException(nameof(logLevel)),
    };

    /// <summary>The level of a name: DEBUG, INFO, WARNING, ERROR or OFF, in any case.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static LogLevel LogLevelFor(string logLevel)
    {
        ArgumentNullException.ThrowIfNull(logLevel);
        return logLevel.ToUpperInvariant() switch
        {
            "DEBUG" => LogLevel.DebugLevel,
            "INFO" => LogLevel.InfoLevel,
            "WARNING" => LogLevel.WarningLevel,
            "ERROR" => LogLevel.ErrorLevel,
            "OFF" => OffLevel,
            _ => throw new ArgumentException($"Unknown LogLevel: \"{logLevel}\". Valid values are: \"OFF\", \"ERROR\", \"WARNING\", \"INFO\", \"DEBUG\"", nameof(logLevel)),
        };
    }

    /// <summary>The level of an event type.</summary>
    /// <exception cref="ArgumentException">It is none of the four.</exception>
    public static LogLevel LogLevelFor<T>()
        where T : LogEvent => typeof(T) switch
        {
            var type when type == typeof(Debug) => LogLevel.DebugLevel,
            var type when type == typeof(Info) => LogLevel.InfoLevel,
            var type when type == typeof(Warning) => LogLevel.WarningLevel,
            var type when type == typeof(Error) => LogLevel.ErrorLevel,
            var type => throw new ArgumentException($"Unknown LogEvent type {type}."),
        };

    /// <summary>The logger of an actor: its lines carry the actor's path.</summary>
    public static ILoggingAdapter GetLogger(this IActorContext context, ILogMessageFormatter? logMessageFormatter = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Props.Type;
        return new BusLogging(context.System.EventStream, context.Self.ToString()!, type, logMessageFormatter ?? DefaultLogMessageFormatter.Instance);
    }

    /// <summary>The logger of some other source in a system.</summary>
    public static ILoggingAdapter GetLogger(ActorSystem system, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        return GetLogger(system.EventStream, logSourceObj, logMessageFormatter);
    }

    /// <summary>The logger of some source on a bus.</summary>
    public static ILoggingAdapter GetLogger(LoggingBus loggingBus, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
    {
        ArgumentNullException.ThrowIfNull(logSourceObj);
        var source = LogSource.Create(logSourceObj);
        return new BusLogging(loggingBus, source.Source, source.Type, logMessageFormatter ?? DefaultLogMessageFormatter.Instance);
    }
}
