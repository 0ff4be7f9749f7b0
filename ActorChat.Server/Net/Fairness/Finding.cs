using ActorChat.Server.Net.Limits;

namespace ActorChat.Server.Net.Fairness;

/// <summary>What <see cref="FairUseWatch"/> wants to be done about a connection.</summary>
internal abstract record Finding
{
    private Finding()
    {
    }

    /// <summary>Ask whether anybody is there.</summary>
    /// <param name="Left">The time left for an answer.</param>
    internal sealed record Reminder(TimeSpan Left) : Finding;

    /// <summary>End the connection.</summary>
    /// <param name="Limit">Which limit it has passed.</param>
    internal sealed record CutOff(Limit Limit) : Finding;
}
