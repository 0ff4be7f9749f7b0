using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Configuration;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.MySql;
using ActorChat.Server.Storage.Sqlite;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Sockets;
using Akka.Event;
using MySqlConnector;

namespace ActorChat.Server.Hosting;

/// <summary>Gives each part of the node the settings it needs, and only those.</summary>
internal static class ServerActorSettingsFactory
{
    /// <exception cref="UnknownHostException">A host name has no address.</exception>
    /// <exception cref="OpenException">The path of the database cannot be one.</exception>
    public static ServerActorSettings From(ServerSettings settings, Texts texts, TimeProvider clock) => new(
        EndPoints.Resolve("actorchat.chat", settings.Chat),
        EndPoints.Resolve("actorchat.confirmation", settings.Confirmation),
        Connections(settings, settings.Limits.MaxLine, LogLevel.InfoLevel, texts, clock) with { ClientLimits = ChatUse(settings.Limits) },

        // Here a connection is a message, and no line is logged for each message at INFO.
        Connections(settings, settings.Limits.MaxMessage, LogLevel.DebugLevel, texts, clock) with
        {
            MessageLimit = Limit.MaxMessage,
            ClientLimits = ConfirmationUse(settings.Limits),
        },
        new ServerLimits(settings.Limits.MaxConnections, settings.Limits.NicknameAttempts, settings.Limits.MaxUnconfirmed)
        {
            MaxConnectionsPerAddress = settings.Limits.MaxConnectionsPerAddress,
            AcceptsPerSecond = settings.Limits.AcceptsPerSecond,
        },
        Persistence(settings.Storage, texts, clock))
    {
        Room = new RoomRules(settings.Room.GatherNoticesAbove, settings.Room.NoticeInterval, settings.Room.ListPage)
        {
            ReaderCheckInterval = ReaderCheckInterval(settings.Limits.StallTimeout),
        },
    };

    // For connecting, and for each statement, so that a server that does not answer is given up before the message's own time is over.
    private static readonly TimeSpan MessageStepLimit = TimeSpan.FromSeconds(2);

    /// <summary>How to reach the database server.</summary>
    public static MySqlOptions Options(MySqlSettings settings) =>
        new(settings.Host, settings.Port, settings.Database, settings.User, settings.Password, TlsOf(settings.Tls)) { PasswordFrom = settings.PasswordFrom };

    /// <summary>How to open the file.</summary>
    public static SqliteOptions Options(StorageSettings storage) =>
        new(storage.SqlitePath) { Sync = storage.Synchronous == "normal" ? SqliteSync.Normal : SqliteSync.Full };

    private static MySqlSslMode TlsOf(string mode) => mode switch
    {
        "disabled" => MySqlSslMode.Disabled,
        "preferred" => MySqlSslMode.Preferred,
        "required" => MySqlSslMode.Required,
        "verify-ca" => MySqlSslMode.VerifyCA,
        "verify-full" => MySqlSslMode.VerifyFull,
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    private static ConnectionSettings Connections(ServerSettings settings, int maxMessage, LogLevel storyLevel, Texts texts, TimeProvider clock) =>
        new(maxMessage, settings.Limits.MaxQueued, settings.QuietPeriod, storyLevel, texts)
        {
            KeepAlive = KeepAliveOf(settings.Limits.KeepAlive),
            Clock = clock,
        };

    // Often enough to find a stalled reader not much later than promised; seldom enough to cost nothing.
    private static TimeSpan ReaderCheckInterval(TimeSpan? stallTimeout)
    {
        var longest = TimeSpan.FromSeconds(5);
        return stallTimeout is { } timeout && timeout / 4 < longest ? timeout / 4 : longest;
    }

    private static KeepAlive KeepAliveOf(KeepAliveSettings settings) => new(settings.Idle, settings.Interval, settings.Probes);

    private static ClientLimits ChatUse(LimitSettings limits) => EveryUse(limits) with
    {
        NicknameTimeout = limits.NicknameTimeout,
        IdleTimeout = limits.IdleTimeout,
    };

    // A connection is there for one message: the time for that is all that it may be idle.
    private static ClientLimits ConfirmationUse(LimitSettings limits) => EveryUse(limits) with { MessageTimeout = limits.MessageTimeout };

    // A line may be as long as it can, with CR LF: whoever keeps to the rate of lines never has too many bytes.
    private static ClientLimits EveryUse(LimitSettings limits) => new()
    {
        BytesPerMessage = limits.MaxLine + 2,
        Messages = limits.MessagesPerSecond == 0 ? null : new Rate(limits.MessagesPerSecond, limits.Burst),
        FloodTimeout = limits.FloodTimeout,
        StallTimeout = limits.StallTimeout,
    };

    private static PersistenceContext Persistence(StorageSettings storage, Texts texts, TimeProvider clock)
    {
        var hurry = new CancellationTokenSource();
        var file = new SqliteDatabase(Options(storage) with { Hurry = hurry.Token });
        var messages = storage.Messages is { } server
            ? new MySqlDatabase(Options(server) with { ConnectTimeout = MessageStepLimit, CommandTimeout = MessageStepLimit })
            : null;
        return new PersistenceContext(
            messages is null ? file.OpenMessages : messages.OpenMessages,
            messages is null ? file.OpenReader : messages.OpenReader,
            storage.Users is { } other ? new MySqlDatabase(Options(other)).OpenUsers : file.OpenUsers,
            storage.MaxBatch,
            new PersistenceDispatchers(StorageSettings.Dispatcher, StorageSettings.ReadingDispatcher, StorageSettings.UsersDispatcher),
            clock,
            texts)
        {
            Hurry = hurry,
        };
    }
}
