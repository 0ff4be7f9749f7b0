using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Accounts.Passwords;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Configuration;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.MySql;
using ActorChat.Server.Storage.Sqlite;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Sockets;
using ActorChat.Server.Web;
using Akka.Event;
using MySqlConnector;

namespace ActorChat.Server.Hosting;

/// <summary>Gives each part of the server the settings it needs, and only those.</summary>
internal static class ServerActorSettingsFactory
{
    /// <exception cref="UnknownHostException">A host name has no address.</exception>
    /// <exception cref="OpenException">The path of the database is invalid.</exception>
    public static ServerActorSettings From(ServerSettings settings, Texts texts, TimeProvider clock) => new(
        EndPoints.Resolve("actorchat.chat", settings.Chat),
        EndPoints.Resolve("actorchat.confirmation", settings.Confirmation),
        Connections(settings, settings.Limits.MaxLine, LogLevel.InfoLevel, texts, clock) with { ClientLimits = ChatLimits(settings.Limits) },

        // Logs at DEBUG, as each connection is one message, and INFO has no line for each message.
        Connections(settings, settings.Limits.MaxMessage, LogLevel.DebugLevel, texts, clock) with
        {
            MessageLimit = Limit.MaxMessage,
            ClientLimits = ConfirmationLimits(settings.Limits),
        },
        new ServerLimits(
            new ConnectionLimits(settings.Limits.MaxConnections)
            {
                MaxPerAddress = settings.Limits.MaxConnectionsPerAddress,
                AcceptsPerSecond = settings.Limits.AcceptsPerSecond,
            },
            settings.Limits.NicknameAttempts,
            settings.Limits.MaxUnconfirmed)
        {
            MaxRoomsPerUser = settings.Limits.MaxRoomsPerUser,
            MaxRooms = settings.Limits.MaxRooms,
        },
        Persistence(settings.Storage, texts, clock) with
        {
            Waiting = new WaitingLimits(settings.Accounts.MaxWaitingMessages, settings.Accounts.KeepWaitingMessages),
        })
    {
        ChatTls = EndPoints.Resolve("actorchat.chat.tls", settings.ChatTls),
        ConfirmationTls = EndPoints.Resolve("actorchat.confirmation.tls", settings.ConfirmationTls),
        Web = settings.Web.Port.Enabled
            ? new WebSettings(EndPoints.Resolve("actorchat.web", settings.Web.Port))
            {
                Origins = settings.Web.Origins,
                Proxies = settings.Web.Proxies,
                MaxConnections = settings.Limits.MaxConnections,
            }
            : null,
        Accounts = new AccountRules
        {
            AreRequired = settings.Accounts.Required,
            AllowPlaintext = settings.Accounts.AllowPlaintext,
            MinPassword = settings.Accounts.MinPassword,
            Attempts = new Rate(settings.Limits.LoginAttemptInterval, settings.Limits.LoginAttempts),
            Hasher = new Argon2Hasher(settings.Accounts.HashMemory, settings.Accounts.HashPasses),
            Dispatcher = AccountSettings.Dispatcher,
        },
        Room = new RoomRules(settings.Room.GatherNoticesAbove, settings.Room.NoticeInterval, settings.Room.ListPage)
        {
            Replay = settings.Room.Replay,
            ReplayNumbered = settings.Room.ReplayNumbered,
            ReaderCheckInterval = ReaderCheckInterval(settings.Limits.StallTimeout),
            AnswerTimeout = settings.Limits.CommandTimeout,
            Operators = settings.Operators,
        },
    };

    // For connecting and for each statement: a dead server must be noticed before the message itself times out.
    private static readonly TimeSpan MessageStepTimeout = TimeSpan.FromSeconds(2);

    public static MySqlOptions Options(MySqlSettings settings) =>
        new(settings.Host, settings.Port, settings.Database, settings.User, settings.Password, TlsOf(settings.Tls)) { PasswordFrom = settings.PasswordFrom };

    public static SqliteOptions Options(StorageSettings storage) =>
        new(storage.SqlitePath) { Sync = storage.Synchronous == "normal" ? SqliteSync.Normal : SqliteSync.Full };

    /// <summary>Opens the messages to go over all of them.</summary>
    public static IMessageArchive OpenArchive(StorageSettings storage) => Database(storage).OpenArchive();

    /// <summary>The database of the messages, for work beside the server.</summary>
    public static IMessageDatabase Database(StorageSettings storage) =>
        storage.Messages is { } server ? new MySqlDatabase(Options(server)) : new SqliteDatabase(Options(storage));

    private static MySqlSslMode TlsOf(string mode) => mode switch
    {
        "disabled" => MySqlSslMode.Disabled,
        "preferred" => MySqlSslMode.Preferred,
        "required" => MySqlSslMode.Required,
        "verify-ca" => MySqlSslMode.VerifyCA,
        "verify-full" => MySqlSslMode.VerifyFull,
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    private static ConnectionSettings Connections(ServerSettings settings, int maxMessage, LogLevel summaryLevel, Texts texts, TimeProvider clock) =>
        new(maxMessage, settings.Limits.MaxQueued, settings.QuietPeriod, summaryLevel, texts)
        {
            KeepAlive = KeepAliveOf(settings.Limits.KeepAlive),
            AnswerTimeout = settings.Limits.CommandTimeout,
            Clock = clock,
        };

    // A quarter of the timeout detects a stall soon enough; more often would cost too much.
    private static TimeSpan ReaderCheckInterval(TimeSpan? stallTimeout)
    {
        var max = TimeSpan.FromSeconds(5);
        return stallTimeout is { } timeout && timeout / 4 < max ? timeout / 4 : max;
    }

    private static KeepAlive KeepAliveOf(KeepAliveSettings settings) => new(settings.Idle, settings.Interval, settings.Probes);

    private static ClientLimits ChatLimits(LimitSettings limits) => CommonLimits(limits) with
    {
        NicknameTimeout = limits.NicknameTimeout,
        IdleTimeout = limits.IdleTimeout,
    };

    // Has no idle timeout: a connection carries one message, which has a timeout of its own.
    private static ClientLimits ConfirmationLimits(LimitSettings limits) => CommonLimits(limits) with { MessageTimeout = limits.MessageTimeout };

    // Allows for full lines with CR LF: a client within the message rate must never exceed the byte rate.
    private static ClientLimits CommonLimits(LimitSettings limits) => new()
    {
        BytesPerMessage = limits.MaxLine + 2,
        Messages = limits.MessagesPerSecond == 0 ? null : new Rate(limits.MessagesPerSecond, limits.Burst),
        FloodTimeout = limits.FloodTimeout,
        StallTimeout = limits.StallTimeout,
    };

    private static PersistenceContext Persistence(StorageSettings storage, Texts texts, TimeProvider clock)
    {
        var lockWaits = new CancellationTokenSource();
        var file = new SqliteDatabase(Options(storage) with { LockWaitCancellation = lockWaits.Token });
        IMessageDatabase messages = storage.Messages is { } server
            ? new MySqlDatabase(Options(server) with { ConnectTimeout = MessageStepTimeout, CommandTimeout = MessageStepTimeout })
            : file;
        return new PersistenceContext(
            messages.OpenMessages,
            messages.OpenReader,
            storage.Users is { } other ? new MySqlDatabase(Options(other)).OpenUsers : file.OpenUsers,
            messages.OpenAccounts,
            storage.MaxBatch,
            new PersistenceDispatchers(
                StorageSettings.Dispatcher,
                StorageSettings.ReadingDispatcher,
                StorageSettings.SearchDispatcher,
                StorageSettings.UsersDispatcher,
                StorageSettings.AccountsDispatcher),
            clock,
            texts)
        {
            OpenSearch = messages.OpenSearch,
            OpenTokens = messages.OpenTokens,
            LockWaitCancellation = lockWaits,
            Retention = storage.Keep is { } keep ? new Retention(keep, messages.OpenArchive) : null,
        };
    }
}
