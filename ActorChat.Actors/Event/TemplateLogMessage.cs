namespace Akka.Event;

/// <summary>A log template with its values in an array.</summary>
internal sealed class TemplateLogMessage(ILogMessageFormatter formatter, string format, object?[] values) : LogMessage(formatter, format)
{
    public override string Unformatted() => $"{Format} [{string.Join(", ", values)}]";

    public override IEnumerable<object?> Parameters() => values;
}
