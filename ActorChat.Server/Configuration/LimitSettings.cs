namespace ActorChat.Server.Configuration;

/// <summary>
/// The section <c>actorchat.limits</c>, which <c>hocon/server.hocon</c> explains. Values are positive. A rate, or a number of
/// connections from one address, may also be 0, and a time null: then there is no limit.
/// </summary>
internal sealed record LimitSettings(
    int MaxConnections, int MaxLine, int MaxMessage, int MaxQueued, int MaxUnconfirmed, int NicknameAttempts)
{
    public required int MaxConnectionsPerAddress { get; init; }

    public required int AcceptsPerSecond { get; init; }

    public required int MessagesPerSecond { get; init; }

    public required int Burst { get; init; }

    public required TimeSpan? FloodTimeout { get; init; }

    public required TimeSpan? NicknameTimeout { get; init; }

    public required TimeSpan? MessageTimeout { get; init; }

    public required TimeSpan? IdleTimeout { get; init; }

    public required TimeSpan? StallTimeout { get; init; }

    public required TimeSpan CommandTimeout { get; init; }

    public required int MaxRoomsPerUser { get; init; }

    public required int MaxRooms { get; init; }

    public required int LoginAttempts { get; init; }

    public required TimeSpan LoginAttemptInterval { get; init; }

    public required KeepAliveSettings KeepAlive { get; init; }
}

internal sealed record KeepAliveSettings(TimeSpan Idle, TimeSpan Interval, int Probes);
