using ActorChat.Server.Logging;
using Akka.Event;
using AkkaEvent = Akka.Event.LogEvent;

namespace ActorChat.Tests.Logging;

/// <summary>What an event of the runtime looks like on the console.</summary>
internal static class Line
{
    /// <summary>All the lines of an event, as they are written.</summary>
    public static string Of(AkkaEvent logEvent, bool colours = false, bool stackTraces = false)
    {
        using var output = new StringWriter();
        new ConsoleLineFormatter(colours, stackTraces).Format(LogTranslation.Translate(logEvent), output);
        return output.ToString();
    }

    /// <summary>An INFO event of an actor.</summary>
    public static Info Info(string text, string path = "/user/node") => new(null, $"[akka://actorchat{path}#7]", typeof(Line), text);

    /// <summary>The text that Serilog has of an event.</summary>
    public static string Text(Serilog.Events.LogEvent logEvent) => logEvent.RenderMessage(CultureInfo.InvariantCulture);

    /// <summary>The beginning of every line of such an event: its time.</summary>
    public static string Time(AkkaEvent logEvent) =>
        logEvent.Timestamp.ToLocalTime().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>An exception with a stack trace.</summary>
    public static IOException Thrown(string message)
    {
        try
        {
            throw new IOException(message);
        }
        catch (IOException thrown)
        {
            return thrown;
        }
    }
}
