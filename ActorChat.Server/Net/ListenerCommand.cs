namespace ActorChat.Server.Net;

/// <summary>What <see cref="ListenerActor"/> is told.</summary>
internal abstract record ListenerCommand
{
    private ListenerCommand()
    {
    }

    /// <summary>Take no more connections, let those there finish what was received, then stop listening and stop.</summary>
    internal sealed record Stop : ListenerCommand;
}
