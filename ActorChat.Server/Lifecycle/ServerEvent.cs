using System.Net;
using Akka.Actor;

namespace ActorChat.Server.Lifecycle;

/// <summary>The answers of <see cref="ServerActor"/>. They never leave the process.</summary>
internal abstract record ServerEvent : INoSerializationVerificationNeeded
{
    private ServerEvent()
    {
    }

    /// <summary>Everything runs.</summary>
    /// <param name="Chat">Where the chat port is; empty when it is off.</param>
    /// <param name="Confirmation">Where the confirmation port is; empty when it is off.</param>
    internal sealed record Started(IReadOnlyList<IPEndPoint> Chat, IReadOnlyList<IPEndPoint> Confirmation) : ServerEvent;

    /// <summary>Something could not be started: nothing more will come of this node.</summary>
    /// <param name="Failure">What and why.</param>
    internal sealed record NotStarted(StartFailure Failure) : ServerEvent;

    /// <summary>Everything has stopped, and what was received is stored.</summary>
    internal sealed record Stopped : ServerEvent;

    /// <summary>The listeners have been asked to have their connections describe themselves.</summary>
    /// <param name="Listeners">How many.</param>
    internal sealed record Describing(int Listeners) : ServerEvent;
}
