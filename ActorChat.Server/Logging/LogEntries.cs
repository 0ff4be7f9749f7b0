using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace ActorChat.Server.Logging;

internal static class LogEntries
{
    public static string Render(LogEvent logEvent, ITextFormatter formatter)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        formatter.Format(logEvent, text);
        return text.ToString();
    }

    /// <summary>Renders a warning about the log itself, which has no actor.</summary>
    public static string RenderWarning(string text, ITextFormatter formatter) => Render(
        new LogEvent(DateTimeOffset.Now, LogEventLevel.Warning, exception: null, LogTranslation.Literal(text), []),
        formatter);
}
