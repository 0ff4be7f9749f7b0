namespace Akka.Event;

/// <summary>Where an actor logs. The short forms are in <see cref="LoggingExtensions"/>.</summary>
public interface ILoggingAdapter
{
    /// <summary>Fills the templates.</summary>
    ILogMessageFormatter Formatter { get; }

    /// <summary>Whether DEBUG is logged.</summary>
    bool IsDebugEnabled { get; }

    /// <summary>Whether INFO is logged.</summary>
    bool IsInfoEnabled { get; }

    /// <summary>Whether WARNING is logged.</summary>
    bool IsWarningEnabled { get; }

    /// <summary>Whether ERROR is logged.</summary>
    bool IsErrorEnabled { get; }

    /// <summary>Whether this level is logged.</summary>
    bool IsEnabled(LogLevel logLevel);

    /// <summary>Logs a text as it is.</summary>
    void Log(LogLevel logLevel, Exception? cause, string format);

    /// <summary>Logs a template.</summary>
    void Log(LogLevel logLevel, Exception? cause, LogMessage message);
}
