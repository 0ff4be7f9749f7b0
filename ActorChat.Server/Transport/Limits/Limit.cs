using System.Text.RegularExpressions;
using Akka.Event;

namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// The limits that a client can hit: those of <c>actorchat.limits</c>, where each is explained, and <see cref="OpenFiles"/> of the system.
/// </summary>
internal enum Limit
{
    MaxConnections,

    /// <summary>File descriptors of the process.</summary>
    OpenFiles,

    MaxConnectionsPerAddress,
    AcceptsPerSecond,
    NicknameTimeout,
    MessageTimeout,
    NicknameAttempts,
    IdleTimeout,
    MaxLine,
    MaxMessage,
    MessagesPerSecond,
    FloodTimeout,
    MaxQueued,
    StallTimeout,
    MaxUnconfirmed,
    CommandTimeout,
    LoginAttempts,
    MaxRoomsPerUser,
    MaxRooms,
}

/// <summary>The key and the log level of each <see cref="Limit"/>.</summary>
internal static partial class LimitExtensions
{
    private static readonly string[] Keys =
        [.. Enum.GetNames<Limit>().Select(name => WordStart().Replace(name, start => $"-{start}").TrimStart('-').ToLowerInvariant())];

    /// <summary>The name in <c>actorchat.limits</c>, the log and the metrics.</summary>
    public static string Key(this Limit limit) => Keys[(int)limit];

    /// <summary>The log level of a hit: Warning for limits that indicate overload or abuse, otherwise Info.</summary>
    public static LogLevel Level(this Limit limit) => limit is Limit.MaxConnections or Limit.OpenFiles or Limit.MaxConnectionsPerAddress or Limit.AcceptsPerSecond
        or Limit.FloodTimeout or Limit.MaxQueued or Limit.StallTimeout
        ? LogLevel.WarningLevel : LogLevel.InfoLevel;

    [GeneratedRegex("[A-Z]")]
    private static partial Regex WordStart();
}
