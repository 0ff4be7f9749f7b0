namespace Akka.Event;

/// <summary>A log template with its values; the text is only made when somebody reads it.</summary>
public abstract class LogMessage
{
    private readonly ILogMessageFormatter _formatter;

    /// <summary>A template and who fills it.</summary>
    protected LogMessage(ILogMessageFormatter formatter, string format) => (_formatter, Format) = (formatter, format);

    /// <summary>The template.</summary>
    public string Format { get; }

    /// <summary>The template and the values, unfilled.</summary>
    public abstract string Unformatted();

    /// <summary>The values.</summary>
    public abstract IEnumerable<object?> Parameters();

    /// <inheritdoc/>
    public override string ToString() => _formatter.Format(Format, Parameters());
}
