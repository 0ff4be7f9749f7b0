using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage.MySql.Users;

/// <summary>
/// What the table <c>clientes</c> looks like. Ours has a key for each user and compares letter by letter, as SQLite does; one made by
/// hand keeps its types, its keys and its collation.
/// </summary>
/// <param name="Problem">Why it cannot be used; null when it can.</param>
/// <param name="IsOurs">Whether it has our key, at the version that this program writes.</param>
/// <param name="HoldsInstants">Whether <c>connected_at</c> is a TIMESTAMP, which the server reads in the session's time zone.</param>
internal sealed record MySqlUserTable(OpenError? Problem, bool IsOurs, bool HoldsInstants)
{
    /// <summary>The key of each user. Nothing but this program fills it: a row that another program inserts has none.</summary>
    public const string KeyColumn = "nickname_folded";

    /// <summary>The longest index of every server, old ones too. Only a nickname of ligatures has a longer key; it is refused.</summary>
    public const string KeyType = "VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

    /// <summary>The comment of the table: whose it is, and its version.</summary>
    public const string Mark = "actorchat 2";

    private const string Name = "clientes";

    private const string CreateSql = $"""
        CREATE TABLE IF NOT EXISTS clientes (nickname VARCHAR(64) PRIMARY KEY, connected_at DATETIME NOT NULL, {KeyColumn} {KeyType} UNIQUE)
        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT '{Mark}'
        """;

    private const string CommentSql =
        "SELECT table_comment FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'clientes'";

    private static readonly string[] Filled = ["nickname", "connected_at"];

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
        var columns = MySqlColumn.Of(session, Name);
        if (columns.Count == 0)
            return null;
        var isMarked = session.Query(CommentSql, row => row.GetString(0)).Contains(Mark);
        return new MySqlUserTable(
            MySqlColumn.Problem(Name, columns, Filled, Filled),
            isMarked && columns.Exists(column => column.Name == KeyColumn),
            columns.Exists(column => column is { Name: "connected_at", Type: "timestamp" }));
    }
}
