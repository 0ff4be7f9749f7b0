using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Accounts.Passwords;
using ActorChat.Server.Configuration;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Sqlite;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using ActorChat.Tests.Storage;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace ActorChat.Tests.Server;

/// <summary>A whole server in this process: real actors, real sockets on free ports, a real SQLite file in a folder of its own.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly IActorRef _log;
    private readonly ServerEvent.Started _started;

    private TestServer(ActorSystem system, IActorRef actor, IActorRef log, TemporaryDatabase database, ServerEvent.Started started)
    {
        System = system;
        Actor = actor;
        _log = log;
        Database = database;
        _started = started;
    }

    public ActorSystem System { get; }

    public IActorRef Actor { get; }

    public IPEndPoint Chat => Chats[0];

    /// <summary>The chat port at each of its addresses.</summary>
    public IReadOnlyList<IPEndPoint> Chats => _started.Chat;

    public IPEndPoint Confirmation => _started.Confirmation[0];

    /// <summary>The web port, where the settings have one.</summary>
    public IPEndPoint Web => _started.Web[0];

    public IPEndPoint ChatTls => _started.ChatTls[0];

    public IPEndPoint ConfirmationTls => _started.ConfirmationTls[0];

    /// <summary>The database file as another program sees it.</summary>
    public TemporaryDatabase Database { get; }

    public static Texts Texts { get; } = Texts.For(Language.Spanish);

    public static async Task<TestServer> StartAsync(Func<ServerActorSettings, ServerActorSettings>? change = null, string hocon = "", string systemName = "test")
    {
        var database = new TemporaryDatabase();
        var config = ConfigurationFactory.ParseString(hocon).WithFallback(ConfigurationFactory.ParseString(TestConfig));
        var system = ActorSystem.Create(systemName, config);
        var log = system.ActorOf(Props.Create<LogCollector>(), "log-collector");
        system.EventStream.Subscribe(log, typeof(LogEvent));
        var settings = Defaults(database.File);
        var actor = system.ActorOf(ServerActor.PropsFor(change is null ? settings : change(settings)), "node");
        var started = await actor.Ask<ServerEvent.Started>(new ServerCommand.Start(), Limit);
        return new TestServer(system, actor, log, database, started);
    }

    public Task<LogEvent[]> LogAsync() => _log.Ask<LogEvent[]>(new LogCollector.Read(), Limit);

    /// <summary>Stops it in good order; the file can be looked at afterwards.</summary>
    public Task StopAsync() => StopAsync(Limit);

    public Task StopAsync(TimeSpan grace) => StopAsync(new ServerCommand.Stop(grace));

    public async Task StopAsync(ServerCommand.Stop stop) => await Actor.Ask<ServerEvent.Stopped>(stop, Limit);

    /// <summary>Gives an order as the server's own console does. Gives the answer.</summary>
    public async Task<string> OrderAsync(string room, string line)
    {
        var order = Assert.IsType<ChatCommand.Order>(ChatCommandParser.Parse(line));
        return (await Actor.Ask<ServerEvent.OrderAnswered>(new ServerCommand.Order(room, order), TestTimeout.Limit)).Lines;
    }

    /// <summary>Stops it in good order; nothing of what has happened to it was an error.</summary>
    public async Task StopQuietlyAsync()
    {
        await StopAsync();
        await ExpectQuietAsync();
    }

    /// <summary>Shows that neither an error nor an exception has been logged so far.</summary>
    public async Task ExpectQuietAsync() =>
        Assert.DoesNotContain(await LogAsync(), logged => logged.Cause is not null || logged.LogLevel() >= LogLevel.ErrorLevel);

    public async ValueTask DisposeAsync()
    {
        await System.Terminate();
        Database.Dispose();
    }

    private const string TestConfig = """
        # No message holds what could not go to another node.
        akka.actor.serialize-messages = on
        akka.loglevel = INFO
        akka.loggers = []
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        akka.coordinated-shutdown.run-by-clr-shutdown-hook = off
        actorchat.storage.dispatcher { type = PinnedDispatcher }
        actorchat.storage.reading-dispatcher { type = PinnedDispatcher }
        actorchat.storage.search-dispatcher { type = PinnedDispatcher }
        actorchat.storage.users-dispatcher { type = PinnedDispatcher }
        actorchat.storage.accounts-dispatcher { type = PinnedDispatcher }
        actorchat.accounts.dispatcher { type = PinnedDispatcher }
        """;

    private static PersistenceDispatchers Dispatchers { get; } =
        new(StorageSettings.Dispatcher, StorageSettings.ReadingDispatcher, StorageSettings.SearchDispatcher, StorageSettings.UsersDispatcher, StorageSettings.AccountsDispatcher);

    private static ServerActorSettings Defaults(string databasePath)
    {
        var database = new SqliteDatabase(new SqliteOptions(databasePath));
        return new ServerActorSettings(
            [new IPEndPoint(IPAddress.Loopback, 0)],
            [new IPEndPoint(IPAddress.Loopback, 0)],
            Connections(1024),
            Connections(4096),
            new ServerLimits(new ConnectionLimits(MaxConnections: 1000), NicknameAttempts: 5, MaxUnconfirmed: 64),
            new PersistenceContext(
                database.OpenMessages, database.OpenReader, database.OpenUsers, database.OpenAccounts, MaxBatch: 1000, Dispatchers, TimeProvider.System, Texts)
            {
                OpenSearch = database.OpenSearch,
                OpenTokens = database.OpenTokens,
            })
        {
            // Argon2 at its quickest.
            Accounts = new AccountRules { Hasher = new Argon2Hasher(memory: 8, passes: 1), Dispatcher = AccountSettings.Dispatcher },
        };
    }

    private static ConnectionSettings Connections(int maxMessage) =>
        new(maxMessage, MaxQueued: 1 << 20, QuietPeriod: TimeSpan.FromMilliseconds(10), LogLevel.InfoLevel, Texts)
        {
            // A busy machine is no server that does not answer.
            AnswerTimeout = TimeSpan.FromMinutes(2),
        };
}
