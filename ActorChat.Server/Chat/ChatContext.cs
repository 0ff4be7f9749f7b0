using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Transport;
using Akka.Actor;

namespace ActorChat.Server.Chat;

/// <summary>What every chat connection is given.</summary>
/// <param name="Room">The room.</param>
/// <param name="Connections">What all connections have in common.</param>
/// <param name="NicknameAttempts">After how many refused nicknames the connection is closed.</param>
/// <param name="MaxUnconfirmed">How many commands of one connection may wait for the room before no more is read.</param>
/// <param name="Clock">For <c>/hora</c>.</param>
internal sealed record ChatContext(IActorRef Room, ConnectionSettings Connections, int NicknameAttempts, int MaxUnconfirmed, TimeProvider Clock)
{
    /// <summary>How ghosts are found.</summary>
    public GhostSettings Ghosts { get; init; } = new();
}
