using Akka.Actor;

namespace ActorChat.Server.Node;

/// <summary>What <see cref="NodeActor"/> is told.</summary>
internal abstract record NodeCommand
{
    private NodeCommand()
    {
    }

    /// <summary>Start. Answered by <see cref="NodeEvent.Started"/> or <see cref="NodeEvent.NotStarted"/>.</summary>
    internal sealed record Start : NodeCommand;

    /// <summary>Stop: listeners first, storage last. Answered by <see cref="NodeEvent.Stopped"/>.</summary>
    /// <param name="Grace">How long it may take.</param>
    internal sealed record Stop(TimeSpan Grace) : NodeCommand
    {
        /// <summary>How long those who have finished stay to hear the others. Afterwards the goodbyes need their time too.</summary>
        public TimeSpan Patience { get; init; } = Grace / 3;
    }

    /// <summary>Have every connection say what it is up to. Answered by <see cref="NodeEvent.Describing"/>.</summary>
    /// <param name="To">Whom the node, the listeners and the connections answer.</param>
    internal sealed record Describe(IActorRef To) : NodeCommand;
}
