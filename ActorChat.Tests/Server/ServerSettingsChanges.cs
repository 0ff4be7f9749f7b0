using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Sqlite;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Liveness;
using ActorChat.Server.Transport.Tls;
using ActorChat.Tests.Transport.Tls;

namespace ActorChat.Tests.Server;

/// <summary>What single tests want to be different from the usual settings.</summary>
internal static class ServerSettingsChanges
{
    public static ServerActorSettings WithFixedClock(this ServerActorSettings settings) => settings.WithClock(new FixedClock());

    /// <summary>Takes times, and waits that are not for a database or a socket, from this clock. Answers may take as long as they like.</summary>
    public static ServerActorSettings WithClock(this ServerActorSettings settings, TimeProvider clock) =>
        (settings with { Persistence = settings.Persistence with { Clock = clock }, Room = settings.Room with { AnswerTimeout = TimeSpan.FromDays(30) } }).WithConnections(connections => connections with { Clock = clock, AnswerTimeout = TimeSpan.FromDays(30) });

    public static ServerActorSettings InEnglish(this ServerActorSettings settings)
    {
        var texts = Texts.For(Language.English);
        return (settings with { Persistence = settings.Persistence with { Texts = texts } })
            .WithConnections(connections => connections with { Texts = texts });
    }

    /// <summary>No pause, however long the machine makes it, is taken for the end of a message.</summary>
    public static ServerActorSettings WithLongQuietPeriod(this ServerActorSettings settings) =>
        settings.WithConnections(connections => connections with { QuietPeriod = TimeSpan.FromHours(1) });

    /// <summary>Opens both ports by TLS too.</summary>
    public static ServerActorSettings WithTls(this ServerActorSettings settings, Func<TlsOptions, TlsOptions>? change = null)
    {
        var options = new TlsOptions(TestCertificates.Shared, settings.Persistence.Texts);
        IPEndPoint[] free = [new(IPAddress.Loopback, 0)];
        return settings with { ChatTls = free, ConfirmationTls = free, Tls = change is null ? options : change(options) };
    }

    public static ServerActorSettings WithConnections(this ServerActorSettings settings, Func<ConnectionSettings, ConnectionSettings> change) =>
        settings with
        {
            ChatConnections = change(settings.ChatConnections),
            ConfirmationConnections = change(settings.ConfirmationConnections),
        };

    public static ServerActorSettings WithLimits(this ServerActorSettings settings, Func<ServerLimits, ServerLimits> change) =>
        settings with { Limits = change(settings.Limits) };

    public static ServerActorSettings WithConnectionLimits(this ServerActorSettings settings, Func<ConnectionLimits, ConnectionLimits> change) =>
        settings.WithLimits(limits => limits with { Connections = change(limits.Connections) });

    /// <summary>Also within this machine a connection may be a ghost, which this probe finds out.</summary>
    public static ServerActorSettings WithGhosts(this ServerActorSettings settings, Func<IPeerProbe> probe, TimeSpan limit) => settings with
    {
        Ghosts = new GhostSettings
        {
            Probe = _ => probe(),
            ArePossibleAt = _ => true,
            Interval = TimeSpan.FromMilliseconds(1),
            Limit = limit,
        },
    };

    public static ServerActorSettings WithMessages(this ServerActorSettings settings, Func<Func<IMessageStore>, IMessageStore> open)
    {
        var real = settings.Persistence.OpenMessages;
        return settings with { Persistence = settings.Persistence with { OpenMessages = () => open(real) } };
    }

    /// <summary>Messages and users are in this SQLite file.</summary>
    public static ServerActorSettings WithDatabase(this ServerActorSettings settings, string file)
    {
        var database = new SqliteDatabase(new SqliteOptions(file));
        return settings with
        {
            Persistence = settings.Persistence with
            {
                OpenMessages = database.OpenMessages,
                OpenReader = database.OpenReader,
                OpenSearch = database.OpenSearch,
                OpenTokens = database.OpenTokens,
                OpenUsers = database.OpenUsers,
                OpenAccounts = database.OpenAccounts,
            },
        };
    }

    /// <summary>Messages are read by what this makes of the real readers.</summary>
    public static ServerActorSettings WithReaders(this ServerActorSettings settings, Func<IMessageReader, IMessageReader> change)
    {
        var real = settings.Persistence.OpenReader;
        return settings with { Persistence = settings.Persistence with { OpenReader = () => change(real()) } };
    }

    /// <summary>Messages go to this store; the users still go to the file.</summary>
    public static ServerActorSettings WithMessages(this ServerActorSettings settings, IMessageStore store) => settings.WithMessages(real =>
    {
        // Makes the tables.
        real().Dispose();
        return store;
    });

    /// <summary>Storing fails for each message for which this gives an exception.</summary>
    public static ServerActorSettings WithFailures(this ServerActorSettings settings, Func<MessageRecord, Exception?> failureFor) =>
        settings.WithMessages(real => new PickyMessageStore(real(), failureFor));
}
