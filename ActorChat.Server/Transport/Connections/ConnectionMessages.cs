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
/// Answers <see cref="ConnectionCommand.Describe"/>. Tells who it is (without a nickname before login), and how long the client has sent
/// nothing since it connected. Tells also how long it has read nothing of the pending data.
/// </summary>
internal sealed record ConnectionReport(string Listener, string Name, string Peer, string? Nickname, TimeSpan Idle, TimeSpan Stalled);
