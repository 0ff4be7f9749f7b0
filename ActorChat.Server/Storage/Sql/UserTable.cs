namespace ActorChat.Server.Storage.Sql;

/// <summary>
/// The table <c>clientes</c>. Ours has a key for each user. One made by hand has none; its columns, keys and spellings stay as they are.
/// </summary>
internal static class UserTable
{
    public const string Name = "clientes";

    /// <summary>The key of each user. Nothing but this program fills it: a row that another program inserts has none.</summary>
    public const string KeyColumn = "nickname_folded";

    // Update first, then insert: what else the row holds stays. Upserts need the nickname as a key, and in MySQL use up a number of an
    // AUTO_INCREMENT column even if they only update. The update locks what it read, so nobody can insert in between.
    private const string UpdateSql = "UPDATE clientes SET connected_at = @t WHERE nickname = @n";
    private const string InsertSql = "INSERT INTO clientes (nickname, connected_at) VALUES (@n, @t)";
    private const string NicknamesSql = "SELECT nickname FROM clientes WHERE nickname IS NOT NULL";

    /// <summary>What every such table has.</summary>
    public static readonly string[] Columns = ["nickname", "connected_at"];

    /// <summary>Writes users into a table made by hand.</summary>
    public static void WriteByHand(SqlSession session, IReadOnlyList<UserRow> users)
    {
        var known = new Spellings(() => session.Query(NicknamesSql));
        foreach (var user in users)
        {
            if (TryUpdate(session, user))
                continue;
            if (known.Find(user.Nickname) is { } spelling && TryUpdate(session, user with { Nickname = spelling }))
                continue;
            session.Execute(InsertSql, ("@n", user.Nickname), ("@t", user.ConnectedAt));
            known.Add(user.Nickname);
        }
    }

    private static bool TryUpdate(SqlSession session, UserRow user) =>
        session.Execute(UpdateSql, ("@n", user.Nickname), ("@t", user.ConnectedAt)) > 0;
}
