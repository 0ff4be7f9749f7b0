using MySqlConnector;

namespace ActorChat.Server.Storage.MySql;

/// <summary>
/// Where the MySQL or MariaDB server is, and as whom it is spoken to. The user needs SELECT, INSERT and UPDATE, CREATE where a table is
/// missing, DELETE and ALTER for one of an earlier version. The password may be empty, and is never shown.
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

    /// <summary>Without the password, which a record would print with all the rest.</summary>
    public override string ToString() => $"{nameof(MySqlOptions)} {{ {Location}, {nameof(Tls)} = {Tls} }}";
}
