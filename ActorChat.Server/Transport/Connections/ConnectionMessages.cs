using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Transport.Connections;

/// <summary>The commands for all connections.</summary>
internal abstract record ConnectionCommand
{
    private ConnectionCommand() { }

    /// <summary>Handles the received messages, notifies the client that the server stops, and closes.</summary>
    internal sealed record Finish : ConnectionCommand;

    /// <summary>Notifies the client that the server has failed, and closes at once.</summary>
    internal sealed record Fail : ConnectionCommand;

    /// <summary>Requests a <see cref="ConnectionReport"/>, in any state.</summary>
    internal sealed record Describe(IActorRef To) : ConnectionCommand, IDeadLetterSuppression;
}

/// <summary>
/// The answer to <see cref="ConnectionCommand.Describe"/>: who it is (without a nickname before login), how long since the client last sent
/// anything or connected, and how long it has read nothing of the pending data.
/// </summary>
internal sealed record ConnectionReport(string Listener, string Name, string Peer, string? Nickname, TimeSpan Idle, TimeSpan Stalled);
