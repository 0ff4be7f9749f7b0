using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Transport.Connections;

/// <summary>The commands for all connections.</summary>
internal abstract record ConnectionCommand
{
    private ConnectionCommand()
    {
    }

    /// <summary>Handles the received messages, notifies the client that the server stops, and closes.</summary>
    internal sealed record Finish : ConnectionCommand;

    /// <summary>Notifies the client that the server has failed, and closes at once.</summary>
    internal sealed record Fail : ConnectionCommand;

    /// <summary>Requests a <see cref="ConnectionReport"/>, in any state.</summary>
    /// <param name="To">Receives the report.</param>
    internal sealed record Describe(IActorRef To) : ConnectionCommand, IDeadLetterSuppression;
}

/// <summary>The answer to <see cref="ConnectionCommand.Describe"/>.</summary>
/// <param name="Listener">The listener's name.</param>
/// <param name="Name">The connection's name.</param>
/// <param name="Peer">The client's address.</param>
/// <param name="Nickname">The nickname; null before login.</param>
/// <param name="Idle">The time since the client last sent anything, or connected.</param>
/// <param name="Stalled">How long the client has read nothing of the pending data; zero without any.</param>
internal sealed record ConnectionReport(string Listener, string Name, string Peer, string? Nickname, TimeSpan Idle, TimeSpan Stalled);
