using ActorChat.Server.Configuration;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Sqlite;

namespace ActorChat.Benchmarks;

/// <summary>What the actors of the storage need, over a database in one file.</summary>
internal static class SqlitePersistence
{
    /// <summary>On the dispatchers that <c>hocon/server.hocon</c> names.</summary>
    public static PersistenceContext ContextOf(string path)
    {
        var database = new SqliteDatabase(new SqliteOptions(path));
        return new PersistenceContext(
            database.OpenMessages,
            database.OpenReader,
            database.OpenUsers,
            database.OpenAccounts,
            MaxBatch: 1000,
            new PersistenceDispatchers(
                StorageSettings.Dispatcher, StorageSettings.ReadingDispatcher, StorageSettings.SearchDispatcher, StorageSettings.UsersDispatcher,
                StorageSettings.AccountsDispatcher),
            TimeProvider.System,
            Texts.For(Language.Spanish))
        {
            OpenSearch = database.OpenSearch,
            OpenTokens = database.OpenTokens,
        };
    }
}
