using Akka.Event;

namespace ActorChat.Server.Transport.Limits;

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
