using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.MySql;

/// <summary>
/// What the table <c>clientes</c> looks like. Ours compares letter by letter, as SQLite does; one made by hand keeps its types and its
/// collation.
/// </summary>
/// <param name="Problem">Why it cannot be used; null when it can.</param>
/// <param name="IsOurs">Whether it has our key, at the version that this program writes.</param>
/// <param name="HoldsInstants">Whether <c>connected_at</c> is a TIMESTAMP, which the server reads in the session's time zone.</param>
internal sealed record MySqlUserTable(OpenError? Problem, bool IsOurs, bool HoldsInstants)
{
    /// <summary>The longest index of every server, old ones too. Only a nickname of ligatures has a longer key; it is refused.</summary>
    public const string KeyType = "VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

    /// <summary>The comment of the table: whose it is, and its version.</summary>
    public const string Mark = "actorchat 2";

    private const string Key = UserTable.KeyColumn;

    // Far below the largest packet of any server (16 MiB, 1 MiB of old).
    private const int RowsPerStatement = 500;

    private const string CreateSql = $"""
        CREATE TABLE IF NOT EXISTS clientes (nickname VARCHAR(64) PRIMARY KEY, connected_at DATETIME NOT NULL, {Key} {KeyType} UNIQUE)
        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT '{Mark}'
        """;

    private const string CommentSql =
        "SELECT table_comment FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'clientes'";

    /// <summary>The table as it is, made first if there was none.</summary>
    public static MySqlUserTable CreateOrRead(MySqlSession session)
    {
        if (Read(session) is { } table)
            return table;
        session.Execute(CreateSql);
        return Read(session) ?? throw new InvalidOperationException("A table that was just made is not there.");
    }

    /// <summary>The table as it is; null when there is none.</summary>
    public static MySqlUserTable? Read(MySqlSession session)
    {
        var columns = session.Columns(UserTable.Name);
        return columns.Count == 0 ? null : new MySqlUserTable(
            session.FindProblem(UserTable.Name, UserTable.Columns, UserTable.Columns),
            session.Query(CommentSql).Contains(Mark) && columns.Exists(column => column.Name == Key),
            columns.Exists(column => column is { Name: "connected_at", Type: "timestamp" }));
    }

    /// <summary>Writes users into a table of ours: by their keys, many with one statement; their last spelling is kept.</summary>
    public static void Write(SqlSession session, IReadOnlyList<UserRow> users)
    {
        foreach (var block in users.Chunk(RowsPerStatement))
        {
            GiveKeys(session, block);
            Upsert(session, block, "nickname", "connected_at", Key);
        }
    }

    /// <summary>Inserts users; of those who are there, by nickname or key, it sets these columns.</summary>
    public static void Upsert(SqlSession session, IEnumerable<UserRow> users, params string[] columns)
    {
        foreach (var block in users.Chunk(RowsPerStatement))
        {
            var rows = string.Join(", ", block.Select((_, i) => $"(@n{i}, @t{i}, @k{i})"));
            session.Execute(
                $"INSERT INTO clientes (nickname, connected_at, {Key}) VALUES {rows} ON DUPLICATE KEY UPDATE "
                + string.Join(", ", columns.Select(column => $"{column} = VALUES({column})")),
                Parameters(block));
        }
    }

    // Another program may have inserted a nickname, without its key: that row is the user's now, and one of another spelling no more.
    // Otherwise the upsert would meet two rows, and fail.
    private static void GiveKeys(SqlSession session, UserRow[] users)
    {
        var spelt = session.Query(
            $"SELECT nickname, {Key} FROM clientes WHERE nickname IN ({string.Join(", ", users.Select((_, i) => $"@n{i}"))})",
            row => (Nickname: row.Text(0), Key: row.Text(1)),
            Parameters(users));
        foreach (var (nickname, _) in spelt.Where(row => row.Key != CaseFolding.Casefold(row.Nickname)))
        {
            var user = Parameters(new UserRow(nickname, ""));
            session.Execute($"UPDATE clientes SET {Key} = NULL WHERE {Key} = @k0", user);
            session.Execute($"UPDATE clientes SET {Key} = @k0 WHERE nickname = @n0", user);
        }
    }

    // @n0, @t0, @k0, @n1 …
    private static (string Name, object? Value)[] Parameters(params UserRow[] users) =>
    [
        .. users.SelectMany((user, i) => new (string, object?)[]
        {
            ($"@n{i}", user.Nickname), ($"@t{i}", user.ConnectedAt), ($"@k{i}", CaseFolding.Casefold(user.Nickname)),
        }),
    ];
}
