using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Transport.Connections;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>What every chat connection of a port is given.</summary>
/// <param name="LocalRoom">The room that everybody is in.</param>
/// <param name="Nicknames">Gives nicknames.</param>
/// <param name="Dialect">How clients of this port speak.</param>
/// <param name="Connections">The settings of all connections.</param>
/// <param name="NicknameAttempts">After how many refused nicknames a connection is closed.</param>
/// <param name="MaxUnconfirmed">How many commands of one connection may wait for an answer before no more is read.</param>
internal sealed record ChatContext(
    IActorRef LocalRoom, IActorRef Nicknames, IChatDialect Dialect, ConnectionSettings Connections, int NicknameAttempts, int MaxUnconfirmed)
{
    /// <summary>How ghosts are found.</summary>
    public GhostSettings Ghosts { get; init; } = new();

    /// <summary>Numbers the sessions.</summary>
    public SessionIds Sessions { get; init; } = new();
}
