namespace ActorChat.Server.Configuration;

/// <summary>Where messages and users are stored: on a server, or (null) in the SQLite file, a path relative to the working directory.</summary>
internal sealed record StorageSettings(string SqlitePath, string Synchronous, int MaxBatch, MySqlSettings? Messages, MySqlSettings? Users)
{
    /// <summary>How long messages are kept; null for ever.</summary>
    public TimeSpan? Keep { get; init; }

    public static readonly IReadOnlyList<string> Stores = ["sqlite", "mysql"];

    /// <summary><c>full</c> syncs the disk on commit; <c>normal</c> leaves it to the operating system.</summary>
    public static readonly IReadOnlyList<string> SynchronousModes = ["full", "normal"];

    // The settings paths of the dispatchers that store messages, read them, search them, store users, and keep accounts.
    public const string Dispatcher = "actorchat.storage.dispatcher";
    public const string ReadingDispatcher = "actorchat.storage.reading-dispatcher";
    public const string SearchDispatcher = "actorchat.storage.search-dispatcher";
    public const string UsersDispatcher = "actorchat.storage.users-dispatcher";
    public const string AccountsDispatcher = "actorchat.storage.accounts-dispatcher";

    public static readonly IReadOnlyList<string> Dispatchers = [Dispatcher, ReadingDispatcher, SearchDispatcher, UsersDispatcher, AccountsDispatcher];

    /// <summary>Whether the SQLite file stores messages or users.</summary>
    public bool UsesFile => Messages is null || Users is null;
}

/// <summary>A database server. The password may be empty, and is never shown.</summary>
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
