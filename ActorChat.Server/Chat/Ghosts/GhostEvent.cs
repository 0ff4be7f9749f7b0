using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>What a challenger is told.</summary>
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

    /// <summary>The holder has left the room: try again.</summary>
    /// <param name="Holder">The connection that was challenged.</param>
    internal sealed record HolderLeft(IActorRef Holder) : GhostEvent;
}
