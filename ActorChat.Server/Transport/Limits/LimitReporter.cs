using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using Akka.Event;

namespace ActorChat.Server.Transport.Limits;

/// <summary>Counts how often clients of one port meet limits, and logs it: a line a minute for each limit, so that no attack can fill the disk.</summary>
/// <param name="system">The actor system's name, for the metrics.</param>
/// <param name="listener">The listener's name, for the metrics.</param>
/// <param name="log">Where to.</param>
/// <param name="texts">In which words.</param>
internal sealed class LimitReporter(string system, string listener, ILoggingAdapter log, Texts texts)
{
    private readonly LogThrottle[] _paces = new LogThrottle[Enum.GetValues<Limit>().Length];

    /// <summary>A client has met a limit.</summary>
    /// <param name="hit">Who, and which.</param>
    /// <param name="now">On a clock that does not go back.</param>
    public void Report(LimitExceeded hit, TimeSpan now)
    {
        ServerMeter.LimitHit(system, listener, hit.Limit.Key());
        if (!_paces[(int)hit.Limit].TryPass(now, out var leftOut))
            return;
        var line = hit.LogLine ?? texts.LimitReached(hit.Limit.Key(), hit.Peer, hit.Nickname);
        log.Log(hit.Limit.Level(), cause: null, new StructuredMessage(
            leftOut == 0 ? line : texts.AndNotLogged(line, leftOut),
            ("Limit", hit.Limit.Key()),
            (StructuredMessage.Connection, hit.Connection),
            (StructuredMessage.Address, hit.Peer),
            (StructuredMessage.Nickname, hit.Nickname),
            (LogThrottle.LeftOut, leftOut)));
    }
}

/// <summary>A client has met a limit; told to its listener, which counts it and logs some of it (<see cref="LimitReporter"/>).</summary>
/// <param name="Limit">Which.</param>
/// <param name="Peer">Who, as text.</param>
/// <param name="Nickname">The nickname; null when there is none.</param>
/// <param name="LogLine">What the log is to say; null for the usual line.</param>
internal sealed record LimitExceeded(Limit Limit, string Peer, string? Nickname, string? LogLine = null)
{
    /// <summary>The connection's name; null where it has no actor.</summary>
    public string? Connection { get; init; }
}
