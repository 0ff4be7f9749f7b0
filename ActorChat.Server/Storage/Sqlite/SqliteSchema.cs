using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sql;
using ActorChat.Server.Storage.Sqlite.Sessions;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>
/// The tables and their version, kept in <c>PRAGMA user_version</c>. Version 0 is a new file, or one of the seed server's: the first
/// four columns of <c>mensajes</c>. A table <c>clientes</c> that somebody made by hand is left as it is.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>Why this file's tables cannot be used; null where they can, perhaps after <see cref="Update"/>. Only reads.</summary>
    public static OpenError? FindProblem(SqliteSession session) => Version(session) is > MessageTable.Known and var version
        ? new OpenError.NewerSchema(version, MessageTable.Known)
        : new SqliteMessageTable(session).FindProblem() ?? session.FindProblem(UserTable.Name, UserTable.Columns, UserTable.Columns);

    /// <summary>Creates and completes what is missing, in one transaction; does not write to a file that has everything.</summary>
    /// <returns>What turned up under the lock and forbids it (another process may have been faster); otherwise null.</returns>
    public static OpenError? Update(SqliteSession session)
    {
        OpenError? problem = null;
        if (!IsComplete(session))
        {
            session.Transact(() =>
            {
                problem = FindProblem(session);
                if (problem is null)
                    Complete(session);
            });
        }

        return problem;
    }

    /// <summary>A name for an index. A table that somebody has renamed takes its own along, with the name.</summary>
    public static string FreeName(SqlSession session, string name)
    {
        var taken = session.Query("SELECT LOWER(name) FROM sqlite_master").ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).Select(number => $"{name}_{number}").First(free => !taken.Contains(free));
    }

    private static void Complete(SqliteSession session)
    {
        new SqliteMessageTable(session).Complete();
        SqliteUserTable.Complete(session, Version(session));
        session.Execute($"PRAGMA user_version = {MessageTable.Known}");
    }

    private static bool IsComplete(SqliteSession session) =>
        Version(session) == MessageTable.Known && new SqliteMessageTable(session).HasAll && session.Columns(UserTable.Name).Count > 0;

    private static long Version(SqliteSession session) => session.Number("PRAGMA user_version");
}
