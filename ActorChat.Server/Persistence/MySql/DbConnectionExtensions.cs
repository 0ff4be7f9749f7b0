using System.Data.Common;

namespace ActorChat.Server.Persistence.MySql;

/// <summary>What ADO.NET makes long.</summary>
internal static class DbConnectionExtensions
{
    /// <summary>Runs a statement that gives no rows.</summary>
    /// <exception cref="DbException">The server refuses.</exception>
    public static void Execute(this DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
