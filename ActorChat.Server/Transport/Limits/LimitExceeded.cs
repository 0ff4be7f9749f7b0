namespace ActorChat.Server.Transport.Limits;

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
