namespace ActorChat.Server.Configuration;

/// <summary>The MySQL or MariaDB server, where one is used.</summary>
/// <param name="Host">A name or an address.</param>
/// <param name="Port">Its TCP port.</param>
/// <param name="Database">The database.</param>
/// <param name="User">As whom.</param>
/// <param name="Password">May be empty; never shown.</param>
/// <param name="Tls">One of <see cref="TlsModes"/>.</param>
internal sealed record MySqlSettings(string Host, int Port, string Database, string User, string Password, string Tls)
{
    /// <summary>The environment variable that gives the password, whatever the settings say.</summary>
    public const string PasswordVariable = "ACTORCHAT_MYSQL_PASSWORD";

    /// <summary>The key of the password itself.</summary>
    public const string PasswordKey = "actorchat.storage.mysql.password";

    /// <summary>The setting that gave the password, for messages; null when none was given.</summary>
    public string? PasswordFrom { get; init; }

    /// <summary>Whether the connection is encrypted, the least first.</summary>
    public static readonly IReadOnlyList<string> TlsModes = ["disabled", "preferred", "required", "verify-ca", "verify-full"];

    /// <summary>Without the password, which a record would print with all the rest.</summary>
    public override string ToString() => $"{nameof(MySqlSettings)} {{ {User}@{Host}:{Port}/{Database}, {nameof(Tls)} = {Tls} }}";
}
