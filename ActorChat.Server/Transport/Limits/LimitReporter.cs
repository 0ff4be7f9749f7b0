using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using Akka.Event;

namespace ActorChat.Server.Transport.Limits;

/// <summary>Counts and logs limit hits of one port. Logs a line per minute and limit, so that no attack can fill the disk.</summary>
internal sealed class LimitReporter(string system, string listener, ILoggingAdapter log, Texts texts)
{
    private readonly LogThrottle[] _throttles = new LogThrottle[Enum.GetValues<Limit>().Length];

    public void Report(LimitExceeded hit, TimeSpan now)
    {
        ServerMeter.LimitHit(system, listener, hit.Limit.Key());
        if (!_throttles[(int)hit.Limit].TryPass(now, out var leftOut))
            return;
        var line = hit.LogLine ?? texts.LimitReached(hit.Limit.Key(), hit.Peer, hit.Nickname);
        log.Log(hit.Limit.Level(), cause: null, new StructuredMessage(
            texts.AndNotLogged(line, leftOut),
            ("Limit", hit.Limit.Key()),
            (StructuredMessage.Connection, hit.Connection),
            (StructuredMessage.Address, hit.Peer),
            (StructuredMessage.Nickname, hit.Nickname),
            (LogThrottle.LeftOut, leftOut)));
    }
}

/// <summary>
/// Reports a limit hit to the listener (<see cref="LimitReporter"/>). The nickname is null before login, the log line for the usual one.
/// </summary>
internal sealed record LimitExceeded(Limit Limit, string Peer, string? Nickname, string? LogLine = null)
{
    /// <summary>The connection's name; null before it has an actor.</summary>
    public string? Connection { get; init; }
}
