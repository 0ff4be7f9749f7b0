using System.Net;
using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Storage;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;

namespace ActorChat.Server.Lifecycle;

/// <summary>The settings of <see cref="ServerActor"/>.</summary>
/// <param name="Chat">The addresses of the chat port; empty to disable it.</param>
/// <param name="Confirmation">The addresses of the confirmation port; empty to disable it.</param>
/// <param name="ChatConnections">The settings of chat connections.</param>
/// <param name="ConfirmationConnections">The settings of connections of the confirmation port.</param>
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
    public RoomRules Room { get; init; } = new(CoalesceNoticesAbove: 100, NoticeInterval: TimeSpan.FromSeconds(1), ListPage: 100);

    public GhostSettings Ghosts { get; init; } = new();
}

/// <summary>The limits of the listeners and of the chat.</summary>
/// <param name="Connections">The connection limits of each port.</param>
/// <param name="NicknameAttempts">The number of refused nicknames that closes a connection.</param>
/// <param name="MaxUnconfirmed">Commands in flight per connection.</param>
internal sealed record ServerLimits(ConnectionLimits Connections, int NicknameAttempts, int MaxUnconfirmed);
