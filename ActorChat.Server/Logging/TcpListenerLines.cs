using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Logging;

/// <summary>
/// What Akka's listening sockets log although the server says it itself: in the operator's language, once, and not for each of a hundred
/// attempts a second.
/// </summary>
internal static class TcpListenerLines
{
    private const string Source = "TcpListener";

    private static readonly string[] Said =
        ["Binding TCP channel on endpoint", "Bind failed for TCP channel", "Bind commander died", "Retriable socket error in TcpListener"];

    /// <summary>Whether the server says this itself.</summary>
    public static bool AreOurs(LogEvent logEvent) =>
        IsRefusal(logEvent.Cause)
        || (logEvent.LogClass.Name == Source && FormatOf(logEvent.Message) is { } text && Said.Any(line => text.StartsWith(line, StringComparison.Ordinal)));

    // A connection that was refused before its actor began.
    private static bool IsRefusal(Exception? cause) => cause is ActorInitializationException { InnerException: DeathPactException };

    private static string? FormatOf(object message) => message is LogMessage template ? template.Format : message as string;
}
