using ActorChat.Server.Configuration;
using ActorChat.Server.Net;
using ActorChat.Server.Node;
using ActorChat.Server.Persistence;
using ActorChat.Server.Persistence.Sqlite;
using ActorChat.Server.Resources;
using Akka.Event;

namespace ActorChat.Server.Hosting;

/// <summary>Gives each part of the node the settings it needs, and only those.</summary>
internal static class NodeSettingsFactory
{
    /// <exception cref="System.Net.Sockets.SocketException">A host name has no address.</exception>
    /// <exception cref="StorageUnavailableException">The path of the database cannot be one.</exception>
    public static NodeSettings From(ServerSettings settings, Texts texts, TimeProvider clock) => new(
        EndPoints.Resolve(settings.Chat),
        EndPoints.Resolve(settings.Confirmation),
        Connections(settings, settings.Limits.MaxLine, LogLevel.InfoLevel, texts),

        // Here a connection is a message, and no line is logged for each message at INFO.
        Connections(settings, settings.Limits.MaxMessage, LogLevel.DebugLevel, texts),
        new NodeLimits(settings.Limits.MaxConnections, settings.Limits.NicknameAttempts, settings.Limits.MaxUnconfirmed),
        Persistence(settings.Storage, texts, clock));

    private static ConnectionSettings Connections(ServerSettings settings, int maxMessage, LogLevel storyLevel, Texts texts) =>
        new(maxMessage, settings.Limits.MaxQueued, settings.QuietPeriod, storyLevel, texts);

    private static PersistenceContext Persistence(StorageSettings storage, Texts texts, TimeProvider clock)
    {
        var database = new SqliteDatabase(new SqliteOptions(storage.SqlitePath));
        return new PersistenceContext(
            database.OpenMessages, database.OpenUsers, storage.MaxBatch, StorageSettings.Dispatcher, StorageSettings.UsersDispatcher, clock, texts);
    }
}
