namespace Akka.Event;

/// <summary>The short forms of logging.</summary>
public static partial class LoggingExtensions
{
    /// <summary>Logs a text as it is.</summary>
    public static void Log(this ILoggingAdapter log, LogLevel level, string format) => Write(log, level, null, format);

    /// <summary>Logs a template.</summary>
    public static void Log(this ILoggingAdapter log, LogLevel level, string format, object?[] args) => Write(log, level, null, format, args);

    /// <summary>Logs a template, about an exception.</summary>
    public static void Log(this ILoggingAdapter log, LogLevel level, Exception? cause, string format, object?[] args) => Write(log, level, cause, format, args);

    private static void Write(ILoggingAdapter log, LogLevel level, Exception? cause, string text) => log.Log(level, cause, text);

    private static void Write(ILoggingAdapter log, LogLevel level, Exception? cause, string format, object?[] args)
    {
        if (log.IsEnabled(level))
            log.Log(level, cause, new TemplateLogMessage(log.Formatter, format, args));
    }
}
