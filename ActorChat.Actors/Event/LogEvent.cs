using Akka.Actor;

namespace Akka.Event;

/// <summary>A line for the log, on its way over the event stream to the loggers.</summary>
public abstract class LogEvent : INoSerializationVerificationNeeded
{
    /// <summary>Notes the time and the thread.</summary>
    protected LogEvent()
    {
    }

    private protected LogEvent(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <summary>The exception it is about; null where there is none.</summary>
    public Exception? Cause { get; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime Timestamp { get; } = DateTime.UtcNow;

    /// <summary>The thread on which it happened.</summary>
    public Thread Thread { get; } = Thread.CurrentThread;

    /// <summary>Where it comes from: an actor's path, or a type's name.</summary>
    public string LogSource { get; } = string.Empty;

    /// <summary>The type of where it comes from.</summary>
    public Type LogClass { get; } = typeof(LogEvent);

    /// <summary>The text, or something whose text is formatted when it is needed.</summary>
    public object Message { get; } = string.Empty;

    /// <summary>How much it matters.</summary>
    public abstract LogLevel LogLevel();

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = $"[{LogLevel().StringFor()}][{Timestamp:MM/dd/yyyy HH:mm:ss.fffK}][Thread {Thread.ManagedThreadId:D4}][{LogSource}] {Message}";
        return Cause is null ? text : text + Environment.NewLine + "Cause: " + Cause;
    }
}
