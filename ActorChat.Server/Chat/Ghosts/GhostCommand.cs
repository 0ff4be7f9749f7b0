using System.Net;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>What is told to find out whether the holder of a nickname is a ghost.</summary>
internal abstract record GhostCommand : IDeadLetterSuppression
{
    private GhostCommand()
    {
    }

    /// <summary>
    /// To the connection that holds a nickname: somebody else wants it; is your peer still there? Answered by <see cref="GhostEvent"/>,
    /// or by the end of the connection.
    /// </summary>
    /// <param name="From">The connection of the newcomer.</param>
    /// <param name="Address">From where the newcomer came.</param>
    internal sealed record ReclaimNickname(IActorRef From, IPAddress Address) : GhostCommand;

    /// <summary>To the holder's connection: the trial found that the peer is there, or may be. End the trial.</summary>
    internal sealed record PeerAlive : GhostCommand
    {
        public static readonly PeerAlive Instance = new();
    }

    /// <summary>To the holder's connection: the trial found that the peer is gone. End; the trial ends with you.</summary>
    internal sealed record PeerGone : GhostCommand
    {
        public static readonly PeerGone Instance = new();
    }
}
