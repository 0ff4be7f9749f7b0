using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>The commands of a ghost check: is the holder of a nickname still alive?</summary>
internal abstract record GhostCommand : IDeadLetterSuppression
{
    private GhostCommand()
    {
    }

    /// <summary>
    /// To the holder's connection: probe the peer, because somebody else claims its nickname. Answered by <see cref="GhostEvent"/>, or by the
    /// end of the connection.
    /// </summary>
    /// <param name="From">The claimant's connection.</param>
    /// <param name="Address">The claimant's network address.</param>
    internal sealed record ReclaimNickname(IActorRef From, string Address) : GhostCommand;

    /// <summary>From the probe to the holder's connection: the peer is alive, or may be. Stop the probe.</summary>
    internal sealed record PeerAlive : GhostCommand
    {
        public static readonly PeerAlive Instance = new();
    }

    /// <summary>From the probe to the holder's connection: the peer is gone. Stop, and the probe with you.</summary>
    internal sealed record PeerGone : GhostCommand
    {
        public static readonly PeerGone Instance = new();
    }
}

/// <summary>The results of a ghost check, for the claimant.</summary>
internal abstract record GhostEvent : IDeadLetterSuppression
{
    private GhostEvent()
    {
    }

    /// <summary>The holder is alive, or may be: the nickname stays taken.</summary>
    internal sealed record HolderAlive : GhostEvent
    {
        public static readonly HolderAlive Instance = new();
    }

    /// <summary>The holder has left: claim the nickname again.</summary>
    /// <param name="Holder">The former holder's connection.</param>
    internal sealed record HolderLeft(IActorRef Holder) : GhostEvent;
}
