namespace ActorChat.Server.Transport.Throttling;

/// <summary>What <see cref="IdleTimeout"/> finds.</summary>
internal enum IdleState
{
    /// <summary>There was a line not long ago.</summary>
    Active,

    /// <summary>It is time to ask whether anybody is there.</summary>
    Warn,

    /// <summary>The time is over.</summary>
    TimedOut,
}
