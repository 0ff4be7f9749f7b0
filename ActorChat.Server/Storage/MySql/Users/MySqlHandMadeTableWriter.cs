using ActorChat.Server.Storage.Users;

namespace ActorChat.Server.Storage.MySql.Users;

/// <summary>Writes users into a table made by hand, whose columns, keys and spellings stay as they are.</summary>
internal sealed class MySqlHandMadeTableWriter : IMySqlUserWriter
{
    // Update first. The server cannot tell who is known where the nickname is no key, and INSERT … ON DUPLICATE KEY UPDATE uses up a
    // number of an AUTO_INCREMENT column even if it only updates. The update locks what it read, so nobody can insert in between.
    private const string UpdateSql = "UPDATE clientes SET connected_at = @t WHERE nickname = @n";
    private const string InsertSql = "INSERT INTO clientes (nickname, connected_at) VALUES (@n, @t)";
    private const string NicknamesSql = "SELECT nickname FROM clientes WHERE nickname IS NOT NULL";

    /// <inheritdoc/>
    public void Write(MySqlSession session, IReadOnlyList<MySqlUserRow> users)
    {
        var known = new Spellings(() => session.Query(NicknamesSql, row => row.GetString(0)));
        foreach (var user in users)
        {
            if (TryUpdate(session, user, user.Nickname))
                continue;
            if (known.Find(user.Nickname) is { } spelling && TryUpdate(session, user, spelling))
                continue;
            session.Execute(InsertSql, ("@n", user.Nickname), ("@t", user.ConnectedAt));
            known.Add(user.Nickname);
        }
    }

    private static bool TryUpdate(MySqlSession session, MySqlUserRow user, string spelling) =>
        session.Execute(UpdateSql, ("@n", spelling), ("@t", user.ConnectedAt)) > 0;
}
