namespace Akka.Event;

/// <summary>Fills the holes of a log template.</summary>
public interface ILogMessageFormatter
{
    /// <summary>The template with its holes filled.</summary>
    string Format(string format, params object?[] args);

    /// <summary>The template with its holes filled.</summary>
    string Format(string format, IEnumerable<object?> args);
}
