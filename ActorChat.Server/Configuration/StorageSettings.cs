namespace ActorChat.Server.Configuration;

/// <param name="SqlitePath">The database file, as the settings give it: relative to the working directory.</param>
/// <param name="Synchronous">One of <see cref="SynchronousModes"/>.</param>
/// <param name="MaxBatch">Messages, or users, in one transaction.</param>
/// <param name="Messages">The server that stores the messages; null for the SQLite file.</param>
/// <param name="Users">The server that stores the users; null for the SQLite file.</param>
internal sealed record StorageSettings(string SqlitePath, string Synchronous, int MaxBatch, MySqlSettings? Messages, MySqlSettings? Users)
{
    public static readonly IReadOnlyList<string> Stores = ["sqlite", "mysql"];

    /// <summary><c>full</c> syncs the disk on commit; <c>normal</c> leaves it to the operating system.</summary>
    public static readonly IReadOnlyList<string> SynchronousModes = ["full", "normal"];

    /// <summary>The settings path of the dispatcher that stores messages.</summary>
    public const string Dispatcher = "actorchat.storage.dispatcher";

    /// <summary>The settings path of the dispatcher that reads messages.</summary>
    public const string ReadingDispatcher = "actorchat.storage.reading-dispatcher";

    /// <summary>The settings path of the dispatcher that stores users.</summary>
    public const string UsersDispatcher = "actorchat.storage.users-dispatcher";

    public static readonly IReadOnlyList<string> Dispatchers = [Dispatcher, ReadingDispatcher, UsersDispatcher];

    /// <summary>Whether the SQLite file stores messages or users.</summary>
    public bool UsesFile => Messages is null || Users is null;
}

/// <param name="Host">A name or an address.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Database">The name of the database.</param>
/// <param name="User">The login.</param>
/// <param name="Password">May be empty; never shown.</param>
/// <param name="Tls">One of <see cref="TlsModes"/>.</param>
internal sealed record MySqlSettings(string Host, int Port, string Database, string User, string Password, string Tls)
{
    /// <summary>This environment variable overrides the password of the settings.</summary>
    public const string PasswordVariable = "ACTORCHAT_MYSQL_PASSWORD";

    public const string PasswordKey = "actorchat.storage.mysql.password";

    /// <summary>Names the source of the password, for messages; null when there is none.</summary>
    public string? PasswordFrom { get; init; }

    /// <summary>From no encryption to full verification.</summary>
    public static readonly IReadOnlyList<string> TlsModes = ["disabled", "preferred", "required", "verify-ca", "verify-full"];

    /// <summary>Leaves out the password, which a record would print.</summary>
    public override string ToString() => $"{nameof(MySqlSettings)} {{ {User}@{Host}:{Port}/{Database}, {nameof(Tls)} = {Tls} }}";
}
