using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Logging;

/// <summary>
/// Finds lines of Akka that the server replaces by its own: in the operator's language, and throttled. All other lines of
/// the same sources stay in the log.
/// </summary>
internal static class AkkaLines
{
    private static readonly (string Source, string Beginning)[] Replaced =
    [
        ("TcpListener", "Binding TCP channel on endpoint"),
        ("TcpListener", "Bind failed for TCP channel"),
        ("TcpListener", "Bind commander died"),
        ("TcpListener", "Retriable socket error in TcpListener"),
        (nameof(CoordinatedShutdown), "CoordinatedShutdown invoked"),
        (nameof(CoordinatedShutdown), "Coordinated shutdown phase"),
    ];

    public static bool IsReplaced(LogEvent logEvent) =>
        IsRejection(logEvent.Cause) || IsReplaced(logEvent.LogClass?.Name, FormatOf(logEvent.Message));

    // Thrown for a connection that was rejected before its actor started.
    private static bool IsRejection(Exception? cause) => cause is ActorInitializationException { InnerException: DeathPactException };

    private static bool IsReplaced(string? source, string? format) =>
        format is not null && Replaced.Any(line => line.Source == source && format.StartsWith(line.Beginning, StringComparison.Ordinal));

    private static string? FormatOf(object message) => message is LogMessage template ? template.Format : message as string;
}
