namespace ActorChat.Server.Configuration;

/// <summary>Where messages and users are kept.</summary>
/// <param name="SqlitePath">The database file, as the settings give it: relative to the folder the server was started in.</param>
/// <param name="MaxBatch">Messages in one transaction at most.</param>
internal sealed record StorageSettings(string SqlitePath, int MaxBatch)
{
    /// <summary>The settings of the dispatcher of the actor that stores messages.</summary>
    public const string Dispatcher = "actorchat.storage.dispatcher";

    /// <summary>The settings of the dispatcher of the actor that stores users.</summary>
    public const string UsersDispatcher = "actorchat.storage.users-dispatcher";
}
