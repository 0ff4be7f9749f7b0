using Akka.Event;

namespace ActorChat.Server.Transport.Limits;

/// <summary>The limits that a client can meet: those of <c>actorchat.limits</c>, and one of the system (<see cref="OpenFiles"/>).</summary>
internal enum Limit
{
    /// <summary>Connections at the same time.</summary>
    MaxConnections,

    /// <summary>Files and sockets that the system lets the process have open.</summary>
    OpenFiles,

    /// <summary>Connections at the same time from one address.</summary>
    MaxConnectionsPerAddress,

    /// <summary>New connections a second.</summary>
    AcceptsPerSecond,

    /// <summary>The time to give a nickname.</summary>
    NicknameTimeout,

    /// <summary>The time to give the message of the confirmation port.</summary>
    MessageTimeout,

    /// <summary>How many nicknames may be refused.</summary>
    NicknameAttempts,

    /// <summary>The time without a line.</summary>
    IdleTimeout,

    /// <summary>Bytes of a chat message.</summary>
    MaxLine,

    /// <summary>Bytes of a message on the confirmation port.</summary>
    MaxMessage,

    /// <summary>Messages a second.</summary>
    MessagesPerSecond,

    /// <summary>The time that somebody may send more than <see cref="MessagesPerSecond"/> without a pause.</summary>
    FloodTimeout,

    /// <summary>Bytes that wait for a reader.</summary>
    MaxQueued,

    /// <summary>The time that a reader takes nothing of what waits for it.</summary>
    StallTimeout,

    /// <summary>Commands that wait for the room.</summary>
    MaxUnconfirmed,
}

/// <summary>What there is to know of each <see cref="Limit"/>.</summary>
internal static class LimitExtensions
{
    /// <summary>Its key under <c>actorchat.limits</c>: its name in the settings, the log and the metrics.</summary>
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

    /// <summary>How loudly the log says that it was met: a warning where many together, or somebody who cannot be in good faith, meet it.</summary>
    public static LogLevel Level(this Limit limit) => limit is Limit.MaxConnections or Limit.OpenFiles or Limit.MaxConnectionsPerAddress or Limit.AcceptsPerSecond
        or Limit.FloodTimeout or Limit.MaxQueued or Limit.StallTimeout
        ? LogLevel.WarningLevel : LogLevel.InfoLevel;
}
