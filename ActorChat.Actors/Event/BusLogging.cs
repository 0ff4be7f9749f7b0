namespace Akka.Event;

/// <summary>Logs by publishing on a bus.</summary>
/// <param name="bus">The bus, whose level also decides what is logged.</param>
/// <param name="logSource">Where the lines come from.</param>
/// <param name="logClass">The type of where they come from.</param>
/// <param name="logMessageFormatter">Fills the templates.</param>
public sealed class BusLogging(LoggingBus bus, string logSource, Type logClass, ILogMessageFormatter logMessageFormatter)
    : LoggingAdapterBase(logMessageFormatter)
{
    /// <summary>The bus.</summary>
    public LoggingBus Bus { get; } = bus;

    /// <summary>The type of where the lines come from.</summary>
    public Type LogClass { get; } = logClass;

    /// <summary>Where the lines come from.</summary>
    public string LogSource { get; } = logSource;

    /// <inheritdoc/>
    public override bool IsDebugEnabled => Bus.LogLevel <= LogLevel.DebugLevel;

    /// <inheritdoc/>
    public override bool IsErrorEnabled => Bus.LogLevel <= LogLevel.ErrorLevel;

    /// <inheritdoc/>
    public override bool IsInfoEnabled => Bus.LogLevel <= LogLevel.InfoLevel;

    /// <inheritdoc/>
    public override bool IsWarningEnabled => Bus.LogLevel <= LogLevel.WarningLevel;

    private protected override void Notify(LogLevel logLevel, Exception? cause, object message) => Bus.Publish(logLevel switch
    {
        LogLevel.DebugLevel => new Debug(cause, LogSource, LogClass, message),
        LogLevel.InfoLevel => new Info(cause, LogSource, LogClass, message),
        LogLevel.WarningLevel => new Warning(cause, LogSource, LogClass, message),
        _ => new Error(cause, LogSource, LogClass, message),
    });
}
