using Akka.Actor;

namespace ActorChat.Server.Lifecycle;

/// <summary>What <see cref="ServerActor"/> is told.</summary>
internal abstract record ServerCommand
{
    private ServerCommand()
    {
    }

    /// <summary>Start. Answered by <see cref="ServerEvent.Started"/> or <see cref="ServerEvent.NotStarted"/>.</summary>
    internal sealed record Start : ServerCommand;

    /// <summary>Stop: listeners first, storage last. Answered by <see cref="ServerEvent.Stopped"/>.</summary>
    /// <param name="Grace">How long it may take.</param>
    internal sealed record Stop(TimeSpan Grace) : ServerCommand
    {
        /// <summary>How long those who have finished stay to hear the others. Afterwards the goodbyes need their time too.</summary>
        public TimeSpan Timeout { get; init; } = Grace / 3;
    }

    /// <summary>Have every connection say what it is up to. Answered by <see cref="ServerEvent.Describing"/>.</summary>
    /// <param name="To">Whom the node, the listeners and the connections answer.</param>
    internal sealed record Describe(IActorRef To) : ServerCommand;
}
