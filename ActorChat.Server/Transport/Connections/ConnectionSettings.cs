using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Sockets;
using Akka.Event;

namespace ActorChat.Server.Transport.Connections;

/// <summary>
/// The settings shared by all connections of a port. The maxima are in bytes: of a message without its line end, and of what is queued for a
/// reader. After the quiet period an unterminated message is complete. The log level is that of a connection's start and end.
/// </summary>
internal sealed record ConnectionSettings(int MaxMessage, int MaxQueued, TimeSpan QuietPeriod, LogLevel LogLevel, Texts Texts)
{
    /// <summary>The limit reported for a message that is too long.</summary>
    public Limit MessageLimit { get; init; } = Limit.MaxLine;

    /// <summary>The quiet period for clients that send each key at once: longer than a pause between keys.</summary>
    public TimeSpan KeyPause { get; init; } = TimeSpan.FromSeconds(1);

    public ClientLimits ClientLimits { get; init; } = ClientLimits.Unlimited;

    /// <summary>When the kernel drops a silent peer.</summary>
    public KeepAlive KeepAlive { get; init; } = new(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(15), 4);

    /// <summary>The time limit for the answer to a command.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock of all limits and time-outs.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a closing client may make no progress with reading or closing.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(2);
}
