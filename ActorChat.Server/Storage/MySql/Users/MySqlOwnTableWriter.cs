namespace ActorChat.Server.Storage.MySql.Users;

/// <summary>Writes users into a table of ours: by their keys, many with one statement; their last spelling is kept.</summary>
internal sealed class MySqlOwnTableWriter : IMySqlUserWriter
{
    private const string Key = MySqlUserTable.KeyColumn;

    // Far below the largest packet of any server (16 MiB, 1 MiB of old).
    private const int RowsPerStatement = 500;

    /// <inheritdoc/>
    public void Write(MySqlSession session, IReadOnlyList<MySqlUserRow> users)
    {
        foreach (var block in users.Chunk(RowsPerStatement))
        {
            GiveKeys(session, block);
            session.Execute(UpsertSql(block.Length), Parameters(block));
        }
    }

    // Another program may have inserted a nickname, without its key: that row is the user's now, and one of another spelling no more.
    // Otherwise the upsert would meet two rows, and fail.
    private static void GiveKeys(MySqlSession session, MySqlUserRow[] users)
    {
        var spelt = session.Query(
            SpeltSql(users.Length), row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)), Parameters(users));
        foreach (var (nickname, key) in spelt)
        {
            if (key == CaseFolding.Casefold(nickname))
                continue;
            session.Execute($"UPDATE clientes SET {Key} = NULL WHERE {Key} = @k0", Parameters(new MySqlUserRow(nickname, "")));
            session.Execute($"UPDATE clientes SET {Key} = @k0 WHERE nickname = @n0", Parameters(new MySqlUserRow(nickname, "")));
        }
    }

    private static string SpeltSql(int rows) =>
        $"SELECT nickname, {Key} FROM clientes WHERE nickname IN ({string.Join(", ", Enumerable.Range(0, rows).Select(i => $"@n{i}"))})";

    private static string UpsertSql(int rows) =>
        $"INSERT INTO clientes (nickname, connected_at, {Key}) VALUES "
        + string.Join(", ", Enumerable.Range(0, rows).Select(i => $"(@n{i}, @t{i}, @k{i})"))
        + $" ON DUPLICATE KEY UPDATE nickname = VALUES(nickname), connected_at = VALUES(connected_at), {Key} = VALUES({Key})";

    // @n0, @t0, @k0, @n1 …
    private static (string Name, string? Value)[] Parameters(params MySqlUserRow[] users) =>
    [
        .. users.SelectMany((user, i) => new (string, string?)[]
        {
            ($"@n{i}", user.Nickname), ($"@t{i}", user.ConnectedAt), ($"@k{i}", CaseFolding.Casefold(user.Nickname)),
        }),
    ];
}
