using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Sockets;
using Akka.Event;

namespace ActorChat.Server.Transport.Connections;

/// <summary>What every connection of a port has in common.</summary>
/// <param name="MaxMessage">The most bytes of a message, its line end not counted.</param>
/// <param name="MaxQueued">The most bytes that may wait for a reader.</param>
/// <param name="QuietPeriod">After how long without more bytes an unterminated message counts as whole.</param>
/// <param name="LogLevel">At which level the start and the end of a connection are logged.</param>
/// <param name="Texts">What clients and the log are told.</param>
internal sealed record ConnectionSettings(int MaxMessage, int MaxQueued, TimeSpan QuietPeriod, LogLevel LogLevel, Texts Texts)
{
    /// <summary>Under which name a message that is too long is counted.</summary>
    public Limit MessageLimit { get; init; } = Limit.MaxLine;

    /// <summary>The same for what seems to be typed at a client that sends each key at once: longer than from one key to the next.</summary>
    public TimeSpan KeyPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What one connection may take of the server's time.</summary>
    public ClientLimits ClientLimits { get; init; } = ClientLimits.Unlimited;

    /// <summary>When a peer that gives no sign is given up.</summary>
    public KeepAlive KeepAlive { get; init; } = new(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(15), 4);

    /// <summary>How long the answer to a command may take.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock by which all of this is measured.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a client may take nothing of the last lines, or leave its own side open behind them.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(2);
}
