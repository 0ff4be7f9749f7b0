using MySqlConnector;

namespace ActorChat.Server.Storage.MySql;

/// <summary>
/// Where the MySQL or MariaDB server is, and as whom it is spoken to. The user needs SELECT, INSERT, UPDATE and DELETE, CREATE where a
/// table is missing, ALTER for one of an earlier version. The password may be empty, and is never shown.
/// </summary>
internal sealed record MySqlOptions(string Host, int Port, string Database, string User, string Password, MySqlSslMode Tls)
{
    /// <summary>The setting that gave the password, for messages; null when none was given.</summary>
    public string? PasswordFrom { get; init; }

    /// <summary>How long opening a connection may take; whole seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a statement may take, waiting for locks included; whole seconds.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a transaction may take, which then begins again where an idle connection was closed. Null for as long as its statements.
    /// </summary>
    public TimeSpan? TransactionTimeout { get; init; }

    /// <summary>For messages: whom, where, which database.</summary>
    public string Location => $"{User}@{Host}:{Port}/{Database}";

    /// <summary>For the driver, with the password.</summary>
    public string ConnectionString => new MySqlConnectionStringBuilder
    {
        Server = Host,
        Port = (uint)Port,
        Database = Database,
        UserID = User,
        Password = Password,
        SslMode = Tls,
        ConnectionTimeout = (uint)ConnectTimeout.TotalSeconds,
        DefaultCommandTimeout = (uint)CommandTimeout.TotalSeconds,

        // Each connection has one user.
        Pooling = false,

        // Disconnect at a time-out. By default the driver would first connect anew to cancel the statement.
        CancellationTimeout = -1,

        // Keeps firewalls from forgetting an idle connection.
        Keepalive = 60,

        // A man in the middle could give his own key and read the password. (The driver trusts this machine itself.)
        AllowPublicKeyRetrieval = false,

        // A redirection would take the password to another server.
        ServerRedirectionMode = MySqlServerRedirectionMode.Disabled,
    }.ConnectionString;

    /// <summary>Without the password, which a record would print with all the rest.</summary>
    public override string ToString() => $"{nameof(MySqlOptions)} {{ {Location}, {nameof(Tls)} = {Tls} }}";
}
