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
    /// <summary>The property with the path of the actor.</summary>
    public const string ActorProperty = "Actor";

    /// <summary>Translates the event with its text as a literal: braces from a peer must not become template holes.</summary>
    public static SerilogEvent Translate(AkkaEvent logEvent)
    {
        var template = Literal(TextOf(logEvent.Message));
        var actor = Property(ActorProperty, ActorPathText.Shorten(logEvent.LogSource ?? ""));
        var time = new DateTimeOffset(DateTime.SpecifyKind(logEvent.Timestamp, DateTimeKind.Utc)).ToLocalTime();
        return new SerilogEvent(time, Level(logEvent.LogLevel()), logEvent.Cause, template, [actor, .. FieldsOf(logEvent.Message)]);
    }

    /// <summary>Turns a text into a template without holes.</summary>
    public static MessageTemplate Literal(string text) =>
        new(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), [new TextToken(text)]);

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
            // The template does not fit its values. Shows both rather than losing the line.
            return template.Unformatted();
        }
    }
}
