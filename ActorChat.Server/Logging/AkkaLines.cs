using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Logging;

/// <summary>
/// What Akka logs although the server says it itself: in the operator's language, once, and not for each of a hundred attempts a second.
/// Everything else that Akka says from the same places is worth a line.
/// </summary>
internal static class AkkaLines
{
    private static readonly (string Source, string Beginning)[] Said =
    [
        ("TcpListener", "Binding TCP channel on endpoint"),
        ("TcpListener", "Bind failed for TCP channel"),
        ("TcpListener", "Bind commander died"),
        ("TcpListener", "Retriable socket error in TcpListener"),
        (nameof(CoordinatedShutdown), "CoordinatedShutdown invoked"),
        (nameof(CoordinatedShutdown), "Coordinated shutdown phase"),
    ];

    /// <summary>Whether the server says this itself.</summary>
    public static bool AreOurs(LogEvent logEvent) => IsRefusal(logEvent.Cause) || IsSaid(logEvent.LogClass?.Name, FormatOf(logEvent.Message));

    // A connection that was refused before its actor began.
    private static bool IsRefusal(Exception? cause) => cause is ActorInitializationException { InnerException: DeathPactException };

    private static bool IsSaid(string? source, string? format) =>
        format is not null && Said.Any(line => line.Source == source && format.StartsWith(line.Beginning, StringComparison.Ordinal));

    private static string? FormatOf(object message) => message is LogMessage template ? template.Format : message as string;
}
