using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>The commands by which it is found out whether the holder of a nickname is a ghost.</summary>
internal abstract record GhostCommand : IDeadLetterSuppression
{
    private GhostCommand()
    {
    }

    /// <summary>
    /// To the connection that holds a nickname: somebody else wants it; is your peer still there? Answered by <see cref="GhostEvent"/>,
    /// or by the end of the connection.
    /// </summary>
    /// <param name="From">The connection of the claimant.</param>
    /// <param name="Address">The claimant's network address.</param>
    internal sealed record ReclaimNickname(IActorRef From, string Address) : GhostCommand;

    /// <summary>To the holder's connection, by the probe: the peer is there, or may be. End the probe.</summary>
    internal sealed record PeerAlive : GhostCommand
    {
        public static readonly PeerAlive Instance = new();
    }

    /// <summary>To the holder's connection, by the probe: the peer is gone. End; the probe ends with you.</summary>
    internal sealed record PeerGone : GhostCommand
    {
        public static readonly PeerGone Instance = new();
    }
}

/// <summary>What a claimant is told.</summary>
internal abstract record GhostEvent : IDeadLetterSuppression
{
    private GhostEvent()
    {
    }

    /// <summary>The nickname is taken by somebody who is there, or may be.</summary>
    internal sealed record HolderAlive : GhostEvent
    {
        public static readonly HolderAlive Instance = new();
    }

    /// <summary>The holder has given the nickname back: claim it again.</summary>
    /// <param name="Holder">The connection that had it.</param>
    internal sealed record HolderLeft(IActorRef Holder) : GhostEvent;
}
