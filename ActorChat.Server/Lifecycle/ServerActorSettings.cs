using System.Net;
using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Storage;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Tls;
using ActorChat.Server.Web;

namespace ActorChat.Server.Lifecycle;

/// <summary>The settings of <see cref="ServerActor"/>. A port without an address is disabled.</summary>
internal sealed record ServerActorSettings(
    IReadOnlyList<IPEndPoint> Chat,
    IReadOnlyList<IPEndPoint> Confirmation,
    ConnectionSettings ChatConnections,
    ConnectionSettings ConfirmationConnections,
    ServerLimits Limits,
    PersistenceContext Persistence)
{
    /// <summary>The addresses of the chat port with TLS, and of the confirmation port. Both need <see cref="Tls"/>.</summary>
    public IReadOnlyList<IPEndPoint> ChatTls { get; init; } = [];

    public IReadOnlyList<IPEndPoint> ConfirmationTls { get; init; } = [];

    /// <summary>Null where no port is encrypted.</summary>
    public TlsOptions? Tls { get; init; }

    /// <summary>Null where the web port is off.</summary>
    public WebSettings? Web { get; init; }

    public RoomRules Room { get; init; } = new(CoalesceNoticesAbove: 100, NoticeInterval: TimeSpan.FromSeconds(1), ListPage: 100);

    public required AccountRules Accounts { get; init; }

    public GhostSettings Ghosts { get; init; } = new();
}

/// <summary>The limits of each port, of each chat connection, and of rooms.</summary>
internal sealed record ServerLimits(ConnectionLimits Connections, int NicknameAttempts, int MaxUnconfirmed)
{
    public int MaxRoomsPerUser { get; init; } = 50;

    public int MaxRooms { get; init; } = 10_000;
}
