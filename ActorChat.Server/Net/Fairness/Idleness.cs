namespace ActorChat.Server.Net.Fairness;

/// <summary>What <see cref="IdleWatch"/> finds.</summary>
internal enum Idleness
{
    /// <summary>There was a line not long ago.</summary>
    Fine,

    /// <summary>It is time to ask whether anybody is there.</summary>
    Reminder,

    /// <summary>The time is over.</summary>
    Over,
}
