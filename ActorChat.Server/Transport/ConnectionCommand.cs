using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Transport;

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

    /// <summary>Say what you are up to. Answered by <see cref="ConnectionReport"/>, in every state.</summary>
    /// <param name="To">Whom it is answered to.</param>
    internal sealed record Describe(IActorRef To) : ConnectionCommand, IDeadLetterSuppression;
}
