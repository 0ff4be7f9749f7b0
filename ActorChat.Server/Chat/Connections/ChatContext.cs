using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Transport.Connections;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>The dependencies shared by all chat connections of a port.</summary>
/// <param name="Rooms">Opens the rooms that users enter.</param>
/// <param name="History">Reads what was said before.</param>
/// <param name="Search">Finds what was said by its words.</param>
/// <param name="Nicknames">Grants nicknames.</param>
/// <param name="Accounts">Registers and identifies users.</param>
/// <param name="Persistence">Has the private messages that waited for a user.</param>
/// <param name="Dialect">The dialect of this port.</param>
/// <param name="Numbered">The dialect of clients that ask for the rooms' numbers.</param>
/// <param name="Connections">The transport settings.</param>
/// <param name="NicknameAttempts">The number of refused nicknames that closes a connection.</param>
/// <param name="MaxUnconfirmed">The number of pending commands at which a connection stops reading.</param>
internal sealed record ChatContext(
    IActorRef Rooms,
    IActorRef History,
    IActorRef Search,
    IActorRef Nicknames,
    IActorRef Accounts,
    IActorRef Persistence,
    IChatDialect Dialect,
    IChatDialect Numbered,
    ConnectionSettings Connections,
    int NicknameAttempts,
    int MaxUnconfirmed)
{
    /// <summary>How many of a room's last messages a newcomer is told.</summary>
    public int Replay { get; init; }

    /// <summary>The same for clients that ask for numbers.</summary>
    public int ReplayNumbered { get; init; }

    /// <summary>The number of rooms that one user can be in; positive.</summary>
    public int MaxRoomsPerUser { get; init; } = 50;

    public required AccountRules AccountRules { get; init; }

    /// <summary>Keeps order on the whole server.</summary>
    public IActorRef ServerModeration { get; init; } = ActorRefs.Nobody;

    /// <summary>The names of the rooms that there are.</summary>
    public RoomNames RoomNames { get; init; } = new();

    public GhostSettings Ghosts { get; init; } = new();

    public SessionIds Sessions { get; init; } = new();
}
