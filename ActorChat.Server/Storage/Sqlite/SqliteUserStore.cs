using ActorChat.Server.Storage.Sqlite.Sessions;
using ActorChat.Server.Storage.Users;
using Microsoft.Data.Sqlite;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>
/// Users in the table <c>clientes</c> of a SQLite file. Of one that somebody made by hand the columns, keys and spellings are left as they
/// are. Owns its session.
/// </summary>
internal sealed class SqliteUserStore : IUserStore
{
    // Update first, insert if that found nothing: what else somebody has noted in the row stays. A row that another program has
    // inserted under the same nickname is the same user's, and gives way. The transaction holds the write lock in between.
    private const string UpdateSql =
        $"UPDATE OR REPLACE clientes SET nickname = ?1, connected_at = ?2 WHERE {SqliteUserTable.KeyColumn} = ?3";

    private const string InsertSql =
        $"INSERT OR REPLACE INTO clientes (nickname, connected_at, {SqliteUserTable.KeyColumn}) VALUES (?1, ?2, ?3)";

    // Also right for a table without a key, which ON CONFLICT refuses.
    private const string HandMadeUpdateSql = "UPDATE clientes SET connected_at = ?2 WHERE nickname = ?1";
    private const string HandMadeInsertSql = "INSERT INTO clientes (nickname, connected_at) VALUES (?1, ?2)";

    private readonly SqliteSession _session;
    private readonly bool _hasKey;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _insert;

    /// <summary>A store on an open file that has the table.</summary>
    /// <exception cref="SqliteException">The table is not there.</exception>
    public SqliteUserStore(SqliteSession session)
    {
        _session = session;
        _hasKey = SqliteUserTable.HasKey(session);
        _update = session.Prepare(_hasKey ? UpdateSql : HandMadeUpdateSql);
        _insert = session.Prepare(_hasKey ? InsertSql : HandMadeInsertSql);
    }

    /// <inheritdoc/>
    public void Upsert(IReadOnlyList<LastSeen> users)
    {
        if (users.Count > 0)
            _session.Write(() => UpsertEach(users));
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Close();

    private void UpsertEach(IReadOnlyList<LastSeen> users)
    {
        // A table with the key finds every spelling by it.
        var known = _hasKey ? null : new Spellings(() => _session.Query("SELECT nickname FROM clientes WHERE nickname IS NOT NULL"));
        foreach (var user in users)
        {
            if (Run(_update, user))
                continue;
            if (known?.Find(user.Nickname) is { } spelling && Run(_update, user with { Nickname = spelling }))
                continue;
            Run(_insert, user);
            known?.Add(user.Nickname);
        }
    }

    // False when it found no row.
    private bool Run(SqliteStatement statement, LastSeen user)
    {
        statement.Bind(1, user.Nickname);
        statement.Bind(2, user.ConnectedAt, "yyyy-MM-dd HH:mm:ss");
        if (_hasKey)
            statement.Bind(3, CaseFolding.Casefold(user.Nickname));
        statement.Run();
        return _session.Changes > 0;
    }
}
