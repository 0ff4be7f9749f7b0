namespace ActorChat.Server.Transport.Limits;

/// <summary>The limits of a single connection; null means unlimited.</summary>
internal sealed record ClientLimits
{
    public static ClientLimits Unlimited { get; } = new();

    /// <summary>The message rate; excess messages wait.</summary>
    public Rate? Messages { get; init; }

    /// <summary>The bytes that count as one message, so that <see cref="Messages"/> also limits the reading.</summary>
    public int? BytesPerMessage { get; init; }

    /// <summary>How long a client may exceed the message rate without a pause.</summary>
    public TimeSpan? FloodTimeout { get; init; }

    /// <summary>The time from connecting to the nickname.</summary>
    public TimeSpan? NicknameTimeout { get; init; }

    /// <summary>The time from connecting to the message, where a connection has but one. Not together with <see cref="NicknameTimeout"/>.</summary>
    public TimeSpan? MessageTimeout { get; init; }

    /// <summary>The time from one line to the next.</summary>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>How long queued bytes may wait for a reader without progress.</summary>
    public TimeSpan? StallTimeout { get; init; }
}
