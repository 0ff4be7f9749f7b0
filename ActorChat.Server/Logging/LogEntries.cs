using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace ActorChat.Server.Logging;

/// <summary>Entries of the log as text.</summary>
internal static class LogEntries
{
    /// <summary>An event as an output has it.</summary>
    public static string Render(LogEvent logEvent, ITextFormatter formatter)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        formatter.Format(logEvent, text);
        return text.ToString();
    }

    /// <summary>A warning of the log about itself, which no actor gives.</summary>
    public static string Warn(string text, ITextFormatter formatter) => Render(
        new LogEvent(DateTimeOffset.Now, LogEventLevel.Warning, exception: null, new MessageTemplate(LogTranslation.EscapeHoles(text), [new TextToken(text)]), []),
        formatter);
}
