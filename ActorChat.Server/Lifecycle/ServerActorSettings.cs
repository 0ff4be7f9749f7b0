using System.Net;
using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Storage;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Lifecycle;

/// <summary>What a node is given.</summary>
/// <param name="Chat">Where the chat port is to be; empty for nowhere.</param>
/// <param name="Confirmation">Where the confirmation port is to be; empty for nowhere.</param>
/// <param name="ChatConnections">What chat connections have in common.</param>
/// <param name="ConfirmationConnections">What connections of the confirmation port have in common.</param>
/// <param name="Limits">The limits of the listeners and of the chat.</param>
/// <param name="Persistence">The storage.</param>
internal sealed record ServerActorSettings(
    IReadOnlyList<IPEndPoint> Chat,
    IReadOnlyList<IPEndPoint> Confirmation,
    ConnectionSettings ChatConnections,
    ConnectionSettings ConfirmationConnections,
    ServerLimits Limits,
    PersistenceContext Persistence)
{
    /// <summary>What changes in a room that many are in.</summary>
    public RoomRules Room { get; init; } = new(CoalesceNoticesAbove: 100, NoticeInterval: TimeSpan.FromSeconds(1), ListPage: 100);

    /// <summary>How the chat finds ghosts.</summary>
    public GhostSettings Ghosts { get; init; } = new();
}
