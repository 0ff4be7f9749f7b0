namespace ActorChat.Server.Configuration;

/// <summary>Where messages and users are kept.</summary>
/// <param name="SqlitePath">The database file, as the settings give it: relative to the folder the server was started in.</param>
/// <param name="Synchronous">How long a commit waits for the disk: one of <see cref="SynchronousModes"/>.</param>
/// <param name="MaxBatch">Messages in one transaction at most, and users.</param>
/// <param name="Messages">The server that keeps the messages; null when they are in the file.</param>
/// <param name="Users">The server that keeps the users; null when they are in the file.</param>
internal sealed record StorageSettings(string SqlitePath, string Synchronous, int MaxBatch, MySqlSettings? Messages, MySqlSettings? Users)
{
    /// <summary>What may keep messages, or users.</summary>
    public static readonly IReadOnlyList<string> Stores = ["sqlite", "mysql"];

    /// <summary>Until the disk has it, or until the system has it.</summary>
    public static readonly IReadOnlyList<string> SynchronousModes = ["full", "normal"];

    /// <summary>The settings of the dispatcher of the actor that stores messages.</summary>
    public const string Dispatcher = "actorchat.storage.dispatcher";

    /// <summary>The settings of the dispatcher of the actor that reads messages.</summary>
    public const string ReadingDispatcher = "actorchat.storage.reading-dispatcher";

    /// <summary>The settings of the dispatcher of the actor that stores users.</summary>
    public const string UsersDispatcher = "actorchat.storage.users-dispatcher";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> Dispatchers = [Dispatcher, ReadingDispatcher, UsersDispatcher];

    /// <summary>Whether anything is kept in the file.</summary>
    public bool UsesFile => Messages is null || Users is null;
}
