using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Transport.Connections;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>The dependencies shared by all chat connections of a port.</summary>
/// <param name="LocalRoom">The local room of <c>#general</c>.</param>
/// <param name="Nicknames">Grants nicknames.</param>
/// <param name="Dialect">The dialect of this port.</param>
/// <param name="Connections">The transport settings.</param>
/// <param name="NicknameAttempts">The number of refused nicknames that closes a connection.</param>
/// <param name="MaxUnconfirmed">The number of pending commands at which a connection stops reading.</param>
internal sealed record ChatContext(
    IActorRef LocalRoom, IActorRef Nicknames, IChatDialect Dialect, ConnectionSettings Connections, int NicknameAttempts, int MaxUnconfirmed)
{
    public GhostSettings Ghosts { get; init; } = new();

    public SessionIds Sessions { get; init; } = new();
}
