using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Transport.Connections;

/// <summary>What every connection can be told.</summary>
internal abstract record ConnectionCommand
{
    private ConnectionCommand()
    {
    }

    /// <summary>The server stops: finish what was received, say so to the client, and end.</summary>
    internal sealed record Finish : ConnectionCommand;

    /// <summary>The server has failed: say so to the client, and end at once.</summary>
    internal sealed record GiveUp : ConnectionCommand;

    /// <summary>Describe yourself. Answered by <see cref="ConnectionReport"/>, in every state.</summary>
    /// <param name="To">Whom it is answered to.</param>
    internal sealed record Describe(IActorRef To) : ConnectionCommand, IDeadLetterSuppression;
}

/// <summary>The answer to <see cref="ConnectionCommand.Describe"/>.</summary>
/// <param name="Listener">The name of its listener.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Peer">The client's address, as text.</param>
/// <param name="Nickname">The nickname; null when it has none.</param>
/// <param name="Idle">The time since the client last sent anything, or connected.</param>
/// <param name="Stalled">The time for which the client has taken nothing of what waits for it; zero when nothing does.</param>
internal sealed record ConnectionReport(string Listener, string Name, string Peer, string? Nickname, TimeSpan Idle, TimeSpan Stalled);
