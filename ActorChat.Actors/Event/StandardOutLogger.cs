namespace Akka.Event;

/// <summary>Writes log events to standard output.</summary>
internal static class StandardOutLogger
{
    public static void Print(LogEvent logEvent) => Console.Out.WriteLine(logEvent);
}
