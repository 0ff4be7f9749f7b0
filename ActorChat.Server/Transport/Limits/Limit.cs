using Akka.Event;

namespace ActorChat.Server.Transport.Limits;

/// <summary>The limits that a client can hit: those of <c>actorchat.limits</c>, and <see cref="OpenFiles"/> of the system.</summary>
internal enum Limit
{
    /// <summary>Simultaneous connections.</summary>
    MaxConnections,

    /// <summary>File descriptors of the process.</summary>
    OpenFiles,

    /// <summary>Simultaneous connections from one address.</summary>
    MaxConnectionsPerAddress,

    /// <summary>New connections per second.</summary>
    AcceptsPerSecond,

    /// <summary>The time to give a nickname.</summary>
    NicknameTimeout,

    /// <summary>The time to give the message of the confirmation port.</summary>
    MessageTimeout,

    /// <summary>Refused nicknames.</summary>
    NicknameAttempts,

    /// <summary>The time without a line.</summary>
    IdleTimeout,

    /// <summary>Bytes of a chat message.</summary>
    MaxLine,

    /// <summary>Bytes of a message on the confirmation port.</summary>
    MaxMessage,

    /// <summary>Messages per second.</summary>
    MessagesPerSecond,

    /// <summary>The time of exceeding <see cref="MessagesPerSecond"/> without a pause.</summary>
    FloodTimeout,

    /// <summary>Bytes queued for a reader.</summary>
    MaxQueued,

    /// <summary>The time without progress of a reader.</summary>
    StallTimeout,

    /// <summary>Commands in flight.</summary>
    MaxUnconfirmed,
}

/// <summary>The key and the log level of each <see cref="Limit"/>.</summary>
internal static class LimitExtensions
{
    /// <summary>The name in <c>actorchat.limits</c>, the log and the metrics.</summary>
    public static string Key(this Limit limit) => limit switch
    {
        Limit.MaxConnections => "max-connections",
        Limit.OpenFiles => "open-files",
        Limit.MaxConnectionsPerAddress => "max-connections-per-address",
        Limit.AcceptsPerSecond => "accepts-per-second",
        Limit.NicknameTimeout => "nickname-timeout",
        Limit.MessageTimeout => "message-timeout",
        Limit.NicknameAttempts => "nickname-attempts",
        Limit.IdleTimeout => "idle-timeout",
        Limit.MaxLine => "max-line",
        Limit.MaxMessage => "max-message",
        Limit.MessagesPerSecond => "messages-per-second",
        Limit.FloodTimeout => "flood-timeout",
        Limit.MaxQueued => "max-queued",
        Limit.StallTimeout => "stall-timeout",
        Limit.MaxUnconfirmed => "max-unconfirmed",
        _ => throw new ArgumentOutOfRangeException(nameof(limit)),
    };

    /// <summary>The log level of a hit: Warning for limits that indicate overload or abuse, otherwise Info.</summary>
    public static LogLevel Level(this Limit limit) => limit is Limit.MaxConnections or Limit.OpenFiles or Limit.MaxConnectionsPerAddress or Limit.AcceptsPerSecond
        or Limit.FloodTimeout or Limit.MaxQueued or Limit.StallTimeout
        ? LogLevel.WarningLevel : LogLevel.InfoLevel;
}
