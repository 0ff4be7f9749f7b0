using Akka.Actor;

namespace ActorChat.Server.Transport;

/// <summary>What <see cref="ListenerActor"/> is told.</summary>
internal abstract record ListenerCommand
{
    private ListenerCommand()
    {
    }

    /// <summary>Take no more connections, let those there finish what was received, then stop listening and stop.</summary>
    internal sealed record Stop : ListenerCommand;

    /// <summary>The server has failed: tell everybody so, then stop listening and stop.</summary>
    internal sealed record GiveUp : ListenerCommand;

    /// <summary>Have every connection say what it is up to. Answered by <see cref="ListenerEvent.Describing"/>.</summary>
    /// <param name="To">Whom the listener and the connections answer.</param>
    internal sealed record Describe(IActorRef To) : ListenerCommand;
}
