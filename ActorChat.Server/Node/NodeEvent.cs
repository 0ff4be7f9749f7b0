using System.Net;

namespace ActorChat.Server.Node;

/// <summary>What <see cref="NodeActor"/> answers.</summary>
internal abstract record NodeEvent
{
    private NodeEvent()
    {
    }

    /// <summary>Everything runs.</summary>
    /// <param name="Chat">Where the chat port is; empty when it is off.</param>
    /// <param name="Confirmation">Where the confirmation port is; empty when it is off.</param>
    internal sealed record Started(IReadOnlyList<IPEndPoint> Chat, IReadOnlyList<IPEndPoint> Confirmation) : NodeEvent;

    /// <summary>Something could not be started: nothing more will come of this node.</summary>
    /// <param name="Failure">What and why.</param>
    internal sealed record NotStarted(StartFailure Failure) : NodeEvent;

    /// <summary>Everything has stopped, and what was received is stored.</summary>
    internal sealed record Stopped : NodeEvent;

    /// <summary>The listeners have been asked to have their connections describe themselves.</summary>
    /// <param name="Listeners">How many.</param>
    internal sealed record Describing(int Listeners) : NodeEvent;
}
