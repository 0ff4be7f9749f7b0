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
    internal sealed record Stop(TimeSpan Grace) : NodeCommand;
}
