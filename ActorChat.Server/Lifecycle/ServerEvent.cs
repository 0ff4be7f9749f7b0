using System.Net;
using Akka.Actor;

namespace ActorChat.Server.Lifecycle;

/// <summary>The answers of <see cref="ServerActor"/>.</summary>
internal abstract record ServerEvent : INoSerializationVerificationNeeded
{
    private ServerEvent() { }

    /// <summary>All parts have started. A disabled port has no address.</summary>
    internal sealed record Started(IReadOnlyList<IPEndPoint> Chat, IReadOnlyList<IPEndPoint> Confirmation) : ServerEvent
    {
        public IReadOnlyList<IPEndPoint> ChatTls { get; init; } = [];

        public IReadOnlyList<IPEndPoint> ConfirmationTls { get; init; } = [];

        public IReadOnlyList<IPEndPoint> Web { get; init; } = [];
    }

    /// <summary>A part could not be started, and the server does not run.</summary>
    internal sealed record NotStarted(StartFailure Failure) : ServerEvent;

    /// <summary>All parts have stopped, and all received messages are stored.</summary>
    internal sealed record Stopped : ServerEvent;

    /// <summary>The answer to an order: one line or more.</summary>
    internal sealed record OrderAnswered(string Lines) : ServerEvent;

    /// <summary>So many listeners have been asked for the reports of their connections.</summary>
    internal sealed record Describing(int Listeners) : ServerEvent;
}
