using ActorChat.Server.Transport.Limits;

namespace ActorChat.Server.Transport.Throttling;

/// <summary>What <see cref="TimeoutControl"/> wants to be done about a connection.</summary>
internal abstract record TimeoutAction
{
    private TimeoutAction()
    {
    }

    /// <summary>Ask whether anybody is there.</summary>
    /// <param name="Left">The time left for an answer.</param>
    internal sealed record Warn(TimeSpan Left) : TimeoutAction;

    /// <summary>End the connection.</summary>
    /// <param name="Limit">Which limit it has passed.</param>
    internal sealed record Disconnect(Limit Limit) : TimeoutAction;
}
