namespace ActorChat.Server.Configuration;

/// <summary>Where messages and users are kept.</summary>
/// <param name="SqlitePath">The database file, as the settings give it: relative to the folder the server was started in.</param>
/// <param name="Synchronous">How long a commit waits for the disk: one of <see cref="SynchronousModes"/>.</param>
/// <param name="MaxBatch">Messages in one transaction at most, and users.</param>
/// <param name="MySql">The server that keeps the users; null when they are in the file too.</param>
internal sealed record StorageSettings(string SqlitePath, string Synchronous, int MaxBatch, MySqlSettings? MySql)
{
    /// <summary>Who may keep the users.</summary>
    public static readonly IReadOnlyList<string> UserStores = ["sqlite", "mysql"];

    /// <summary>Until the disk has it, or until the system has it.</summary>
    public static readonly IReadOnlyList<string> SynchronousModes = ["full", "normal"];

    /// <summary>The settings of the dispatcher of the actor that stores messages.</summary>
    public const string Dispatcher = "actorchat.storage.dispatcher";

    /// <summary>The settings of the dispatcher of the actor that stores users.</summary>
    public const string UsersDispatcher = "actorchat.storage.users-dispatcher";
}
