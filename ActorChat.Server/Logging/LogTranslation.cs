using ActorChat.Server.Telemetry;
using Akka.Event;
using Serilog.Events;
using Serilog.Parsing;
using AkkaEvent = Akka.Event.LogEvent;
using AkkaLevel = Akka.Event.LogLevel;
using SerilogEvent = Serilog.Events.LogEvent;

namespace ActorChat.Server.Logging;

/// <summary>Turns the runtime's log events into Serilog's.</summary>
internal static class LogTranslation
{
    /// <summary>The property that holds where an event comes from.</summary>
    public const string ActorProperty = "Actor";

    /// <summary>The same event. Its text is taken as it is: braces from a peer's message must not become holes of a template.</summary>
    public static SerilogEvent Translate(AkkaEvent logEvent)
    {
        var text = TextOf(logEvent.Message);
        var template = new MessageTemplate(EscapeHoles(text), [new TextToken(text)]);
        var actor = Property(ActorProperty, ActorPathText.Of(logEvent.LogSource ?? ""));
        var time = new DateTimeOffset(DateTime.SpecifyKind(logEvent.Timestamp, DateTimeKind.Utc)).ToLocalTime();
        return new SerilogEvent(time, Level(logEvent.LogLevel()), logEvent.Cause, template, [actor, .. FieldsOf(logEvent.Message)]);
    }

    /// <summary>The text as a template that means nothing but itself.</summary>
    public static string EscapeHoles(string text) =>
        text.AsSpan().ContainsAny('{', '}')
            ? text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
            : text;

    private static IEnumerable<LogEventProperty> FieldsOf(object? message) =>
        message is StructuredMessage structured ? structured.Fields.Select(field => Property(field.Name, field.Value)) : [];

    private static LogEventProperty Property(string name, object? value) => new(name, new ScalarValue(value));

    private static LogEventLevel Level(AkkaLevel level) => level switch
    {
        AkkaLevel.DebugLevel => LogEventLevel.Debug,
        AkkaLevel.InfoLevel => LogEventLevel.Information,
        AkkaLevel.WarningLevel => LogEventLevel.Warning,
        _ => LogEventLevel.Error,
    };

    private static string TextOf(object? message)
    {
        try
        {
            return message?.ToString() ?? "";
        }
        catch (FormatException) when (message is LogMessage template)
        {
            // A template whose holes do not fit its values: show both, as losing the line would hide more than the mistake.
            return template.Unformatted();
        }
    }
}
