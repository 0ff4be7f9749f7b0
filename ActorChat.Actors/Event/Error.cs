namespace Akka.Event;

/// <summary>Something failed.</summary>
public class Error : LogEvent
{
    /// <summary>A line of this level about an exception.</summary>
    public Error(Exception? cause, string logSource, Type logClass, object message)
        : base(cause, logSource, logClass, message)
    {
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.ErrorLevel;
}
