using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace ActorChat.Server.Logging;

/// <summary>
/// One line for an event: <c>12:00:00.000 INFO  /user/node/chat-listener/conn-1           text (Type: reason)</c>, in columns.
/// </summary>
/// <param name="colours">Whether the line goes to a terminal that shows colours.</param>
/// <param name="stackTraces">Whether an exception's stack trace follows, on lines of its own.</param>
internal sealed class ConsoleLineFormatter(bool colours, bool stackTraces) : ITextFormatter
{
    /// <summary>The width of the column of actor paths; longer paths lose their middle.</summary>
    public const int PathWidth = 40;

    private const string NoActor = "-";
    private const string Grey = "\e[90m";
    private const string Cyan = "\e[36m";
    private const string Plain = "\e[0m";

    /// <inheritdoc/>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        var (level, colour) = Level(logEvent.Level);
        Write(output, Grey, logEvent.Timestamp.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture));
        output.Write(' ');
        Write(output, colour, level);
        output.Write(' ');
        Write(output, Cyan, Fit(VisibleText.Of(Actor(logEvent))));
        output.Write("  ");
        output.Write(Text(logEvent));
        output.Write('\n');
        if (stackTraces && logEvent.Exception is { } exception)
            WriteStackTrace(output, exception);
    }

    private static (string Name, string Colour) Level(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose or LogEventLevel.Debug => ("DEBUG", Grey),
        LogEventLevel.Information => ("INFO ", "\e[32m"),
        LogEventLevel.Warning => ("WARN ", "\e[33m"),
        _ => ("ERROR", "\e[31m"),
    };

    private static string Actor(LogEvent logEvent) =>
        logEvent.Properties.TryGetValue(LogTranslation.ActorProperty, out var actor) && actor is ScalarValue { Value: string path } ? path : NoActor;

    // Both ends matter: the listener, and the number of the connection.
    private static string Fit(string path)
    {
        if (path.Length <= PathWidth)
            return path.PadRight(PathWidth);

        const int Head = (PathWidth - 1) / 2;
        return string.Concat(path.AsSpan(0, Head), "…", path.AsSpan(path.Length - (PathWidth - 1 - Head)));
    }

    private static string Text(LogEvent logEvent)
    {
        var text = logEvent.RenderMessage(CultureInfo.InvariantCulture);
        return VisibleText.Of(logEvent.Exception is { } exception ? $"{text} ({Reason(exception, text)})" : text);
    }

    // Whoever logs an exception often gives its message as the text too.
    private static string Reason(Exception exception, string text) =>
        exception.Message == text ? exception.GetType().Name : $"{exception.GetType().Name}: {exception.Message}";

    private static void WriteStackTrace(TextWriter output, Exception exception)
    {
        foreach (var line in exception.ToString().AsSpan().EnumerateLines())
        {
            output.Write("    ");
            output.Write(VisibleText.Of(line.TrimEnd().ToString()));
            output.Write('\n');
        }
    }

    private void Write(TextWriter output, string colour, string text)
    {
        if (colours)
            output.Write(colour);
        output.Write(text);
        if (colours)
            output.Write(Plain);
    }
}
