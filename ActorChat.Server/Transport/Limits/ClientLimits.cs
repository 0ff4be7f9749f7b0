namespace ActorChat.Server.Transport.Limits;

/// <summary>What a single connection may take of the server's time. What is null is not limited.</summary>
internal sealed record ClientLimits
{
    /// <summary>No limit at all.</summary>
    public static ClientLimits Unlimited { get; } = new();

    /// <summary>How often messages may come; those that come faster wait.</summary>
    public Rate? Messages { get; init; }

    /// <summary>As many bytes count as one message, whatever they are; more are read no faster than <see cref="Messages"/> says.</summary>
    public int? BytesPerMessage { get; init; }

    /// <summary>How long messages may come too fast without a pause.</summary>
    public TimeSpan? FloodTimeout { get; init; }

    /// <summary>The time from connecting to the nickname.</summary>
    public TimeSpan? NicknameTimeout { get; init; }

    /// <summary>The time from connecting to the message, where a connection has but one. Not together with <see cref="NicknameTimeout"/>.</summary>
    public TimeSpan? MessageTimeout { get; init; }

    /// <summary>The time from one line to the next.</summary>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>How long bytes may wait for a reader that takes none.</summary>
    public TimeSpan? StallTimeout { get; init; }
}
