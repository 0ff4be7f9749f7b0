using System.Data.Common;
using MySqlConnector;

namespace ActorChat.Server.Persistence.MySql;

/// <summary>
/// The one file that knows which MySQL driver serves: MySql.Data, or MySqlConnector among the upstream packages. Both use the same
/// names; all else speaks ADO.NET.
/// </summary>
internal static class MySqlDriver
{
    /// <summary>Opens a connection of its own: nothing is pooled, as one store is all that uses one.</summary>
    /// <exception cref="DbException">The server cannot be reached, or refuses.</exception>
    public static DbConnection Open(MySqlOptions options)
    {
        var connection = new MySqlConnection(ConnectionString(options));
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>MySQL's own number of an error (https://mariadb.com/kb/en/mariadb-error-codes/); 0 when there is none.</summary>
    public static int ErrorNumber(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is MySqlException { Number: > 0 } numbered)
                return numbered.Number;
        }

        return 0;
    }

    private static string ConnectionString(MySqlOptions options) => new MySqlConnectionStringBuilder
    {
        Server = options.Host,
        Port = (uint)options.Port,
        Database = options.Database,
        UserID = options.User,
        Password = options.Password,
        SslMode = Mode(options.Tls),
        ConnectionTimeout = (uint)options.ConnectTimeout.TotalSeconds,
        DefaultCommandTimeout = (uint)options.CommandTimeout.TotalSeconds,
        CharacterSet = "utf8mb4",
        Pooling = false,

        // An UPDATE that finds a row which already has the value must count as one that found it.
        UseAffectedRows = false,
    }.ConnectionString;

    private static MySqlSslMode Mode(MySqlTls tls) => tls switch
    {
        MySqlTls.Disabled => MySqlSslMode.Disabled,
        MySqlTls.Preferred => MySqlSslMode.Preferred,
        MySqlTls.Required => MySqlSslMode.Required,
        MySqlTls.VerifyCa => MySqlSslMode.VerifyCA,
        MySqlTls.VerifyFull => MySqlSslMode.VerifyFull,
        _ => throw new ArgumentOutOfRangeException(nameof(tls)),
    };
}
