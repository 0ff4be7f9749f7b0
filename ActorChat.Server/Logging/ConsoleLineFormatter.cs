using System.Globalization;
using ActorChat.Server.Output;
using Serilog.Events;
using Serilog.Formatting;

namespace ActorChat.Server.Logging;

/// <summary>
/// Writes a line in columns: <c>12:00:00.000 INFO  /user/node/chat-listener/conn-1           text (Type: reason)</c>.
/// </summary>
/// <param name="colours">Whether to colour the line.</param>
/// <param name="stackTraces">Whether to append stack traces, on lines of their own.</param>
internal sealed class ConsoleLineFormatter(bool colours, bool stackTraces) : ITextFormatter
{
    /// <summary>The width of the path column; longer paths lose their middle.</summary>
    public const int PathWidth = 40;

    private const string NoActor = "-";
    private const string Grey = "\e[90m";
    private const string Cyan = "\e[36m";
    private const string Plain = "\e[0m";

    /// <summary>Allows colours on a terminal that supports them, unless the user has opted out (no-color.org).</summary>
    /// <param name="isTerminal">Whether the output is a terminal.</param>
    /// <param name="environment">Returns an environment variable; null when it is not set.</param>
    public static bool WantsColours(bool isTerminal, Func<string, string?> environment) =>
        isTerminal && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb";

    public void Format(LogEvent logEvent, TextWriter output)
    {
        var (level, colour) = Level(logEvent.Level);
        Write(output, Grey, logEvent.Timestamp.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture));
        output.Write(' ');
        Write(output, colour, level);
        output.Write(' ');
        Write(output, Cyan, Fit(VisibleText.Escape(Actor(logEvent))));
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

    // Keeps both ends: the listener and the number of the connection.
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
        return VisibleText.Escape(logEvent.Exception is { } exception ? $"{text} ({Reason(exception, text)})" : text);
    }

    // Omits the message if it is the text already, as with many logged exceptions.
    private static string Reason(Exception exception, string text) =>
        exception.Message == text ? exception.GetType().Name : $"{exception.GetType().Name}: {exception.Message}";

    private static void WriteStackTrace(TextWriter output, Exception exception)
    {
        foreach (var line in exception.ToString().AsSpan().EnumerateLines())
        {
            output.Write("    ");
            output.Write(VisibleText.Escape(line.TrimEnd().ToString()));
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
