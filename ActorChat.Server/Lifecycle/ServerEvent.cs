using System.Net;
using Akka.Actor;

namespace ActorChat.Server.Lifecycle;

/// <summary>The answers of <see cref="ServerActor"/>.</summary>
internal abstract record ServerEvent : INoSerializationVerificationNeeded
{
    private ServerEvent()
    {
    }

    /// <summary>All parts have started.</summary>
    /// <param name="Chat">The addresses of the chat port; empty if disabled.</param>
    /// <param name="Confirmation">The addresses of the confirmation port; empty if disabled.</param>
    internal sealed record Started(IReadOnlyList<IPEndPoint> Chat, IReadOnlyList<IPEndPoint> Confirmation) : ServerEvent;

    /// <summary>A part could not be started, and the server does not run.</summary>
    /// <param name="Failure">The part and the reason.</param>
    internal sealed record NotStarted(StartFailure Failure) : ServerEvent;

    /// <summary>All parts have stopped, and all received messages are stored.</summary>
    internal sealed record Stopped : ServerEvent;

    /// <summary>The listeners have been asked for the reports of their connections.</summary>
    /// <param name="Listeners">Their number.</param>
    internal sealed record Describing(int Listeners) : ServerEvent;
}
